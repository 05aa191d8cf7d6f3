import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { requestSent, copyLink, newPage, paid, payAt, click, useBrowser } from './support/visit.ts';

useBrowser();

async function putIn(page: Page, productId: string): Promise<void> {
  await page.goto(`/products/${productId}`);
  await page.getByRole('button', { name: '장바구니에 담기' }).click();
  await page.getByRole('link', { name: '담은 것 보기' }).waitFor();
}

test('one payment covers the whole cart, and the order page opens once the request is sent', async () => {
  const page = await newPage();
  await page.goto('/products');
  await page.getByRole('link', { name: '씨앗 호떡' }).click();
  await page.getByRole('button', { name: '장바구니에 담기' }).click();
  await page.getByRole('link', { name: '담은 것 보기' }).waitFor();
  await putIn(page, 'goguma');
  await page.getByRole('link', { name: '장바구니 2' }).click();
  const hotteok = page.getByRole('listitem', { name: '씨앗 호떡' });
  await hotteok.getByRole('button', { name: '수량 늘리기' }).click();
  expect(await page.getByRole('status', { name: '합계' }).textContent()).toBe('9,000원');

  const popup = await click(page);
  await popup.getByText('9,000원', { exact: true }).waitFor();
  const address = await copyLink(popup);
  await page.waitForURL('**/orders/order-*');
  await page.getByText(requestSent).waitFor();
  await page.getByText('씨앗 호떡 × 2').waitFor();
  await page.getByText('군고구마 × 1').waitFor();
  await page.getByText(/남음/).waitFor();
  await page.getByRole('link', { name: '장바구니', exact: true }).waitFor();
  await payAt(address);
  await page.getByText(paid).waitFor();

  await page.getByRole('link', { name: '내 주문' }).click();
  await page.getByText('결제 완료').waitFor();
  await page.getByRole('link', { name: '장바구니' }).click();
  await page.getByText('아직 담은 것이 없어요').waitFor();
});

test('the cart survives a reload, appears in another tab, and holds at most what an order may hold', async () => {
  const page = await newPage();
  await page.goto('/cart');
  await page.getByText('아직 담은 것이 없어요').waitFor();
  const other = await page.context().newPage();
  await putIn(other, 'hotteok');
  // Without a reload of this tab.
  await page.getByRole('listitem', { name: '씨앗 호떡' }).waitFor();
  await page.reload();
  const more = page.getByRole('button', { name: '수량 늘리기' });
  while (await more.isEnabled()) await more.click();
  expect(await page.getByRole('status', { name: '수량' }).textContent()).toBe('9');
  expect(await page.getByRole('status', { name: '합계' }).textContent()).toBe('22,500원');
  await page.getByRole('button', { name: '씨앗 호떡 빼기' }).click();
  await page.getByText('아직 담은 것이 없어요').waitFor();
});

test('a cart that was edited by hand is refused', async () => {
  const page = await newPage();
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('cart', '{"hotteok":-3,"goguma":1.5,"bungeoppang":9000,"gold":1}'));
  await page.goto('/cart');
  await page.getByRole('listitem', { name: '팥 붕어빵' }).waitFor();
  expect(await page.getByRole('listitem').count()).toBe(1);
  expect(await page.getByRole('status', { name: '합계' }).textContent()).toBe('27,000원');
  await page.evaluate(() => localStorage.setItem('cart', 'no JSON'));
  await page.reload();
  await page.getByText('아직 담은 것이 없어요').waitFor();
});

test('the server computes the amount of a whole cart, whatever the browser sends', async () => {
  const page = await newPage();
  await page.goto('/');
  const { request } = page.context();
  const headers = { origin: new URL(page.url()).origin };
  const order = (data: unknown) => request.post('/api/orders', { headers, data });
  const [one, other] = [
    { productId: 'hotteok', quantity: 9, price: 1 },
    { productId: 'goguma', quantity: 1, totalAmt: 1 },
  ];
  const answer = await order({ items: [one, other], totalAmt: 1 });
  expect(answer.status()).toBe(201);
  expect(await answer.json()).toMatchObject({ totalAmt: 26_500, itemList: [{ itemAmt: '9' }, { itemAmt: '1' }] });
  const refused: unknown[] = [
    { items: [] },
    // Twice nine of one product is not nine.
    { items: [one, one] },
    { items: [one, { ...other, quantity: 10 }] },
    { items: [one, { ...other, productId: 'gold' }] },
    { items: one },
    { items: [other], padding: 'x'.repeat(10_000) },
    [one],
    'hotteok',
  ];
  for (const data of refused) expect((await order(data)).status()).toBe(400);
});
