import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { listen, type ScreenReader } from './support/screen-reader.ts';
import {
  allowConsoleLine,
  button,
  click,
  copyLink,
  newPage,
  orderIdOn,
  payAt,
  requestSent,
  sendRequest,
  useBrowser,
} from './support/visit.ts';

useBrowser();

async function newListeningPage(): Promise<{ page: Page; reader: ScreenReader }> {
  const page = await newPage();
  return { page, reader: await listen(page) };
}

async function fillCart(page: Page, ...products: string[]): Promise<void> {
  for (const product of products) {
    await page.goto(`/products/${product}`);
    await page.getByRole('button', { name: '장바구니에 담기' }).click();
    await page.getByRole('link', { name: '담은 것 보기' }).waitFor();
  }
  await page.goto('/cart');
  await page.getByRole('button', { name: button }).waitFor();
}

/** An order that the payer has declined. */
async function fail(page: Page): Promise<string> {
  const address = await sendRequest(page);
  const payer = await newPage();
  await payer.goto(address);
  await payer.getByRole('button', { name: '거절하기' }).click();
  await payer.getByRole('button', { name: '네, 거절할게요' }).click();
  await page.getByText('친구가 결제하지 못했어요').waitFor();
  return orderIdOn(page);
}

test('each change of an order is announced on the page that waits for it', async () => {
  const { page, reader } = await newListeningPage();
  const address = await sendRequest(page);
  await reader.takeAnnounced();
  await payAt(address);
  await reader.waitFor('결제 완료');
  expect((await reader.takeAnnounced()).filter((text) => text.includes('결제 완료'))).toHaveLength(1);
});

test('a removed line of the cart is announced with the new total, and the focus goes to the next line', async () => {
  const { page, reader } = await newListeningPage();
  await fillCart(page, 'hotteok', 'goguma', 'bungeoppang');
  const remove = (name: string) => page.getByRole('button', { name: `${name} 빼기` });
  await remove('씨앗 호떡').press('Enter');
  await reader.waitFor('장바구니에서 뺐어요: 씨앗 호떡. 합계 7,000원');
  expect(await reader.readFocus()).toMatchObject({ role: 'button', name: '군고구마 빼기' });
  await page.keyboard.press('Enter');
  await reader.waitFor('장바구니에서 뺐어요: 군고구마. 합계 3,000원');
  expect(await reader.readFocus()).toMatchObject({ role: 'button', name: '팥 붕어빵 빼기' });
  await page.keyboard.press('Enter');
  await reader.waitFor('장바구니에서 뺐어요: 팥 붕어빵. 이제 비어 있어요.');
  expect(await reader.readFocus()).toMatchObject({ role: 'link', name: '메뉴 보기' });
});

test('a button at its limit keeps the focus, is announced as unavailable, and announces why', async () => {
  const { page, reader } = await newListeningPage();
  await page.goto('/products/hotteok');
  const [less, more] = ['줄이기', '늘리기'].map((name) => page.getByRole('button', { name: `씨앗 호떡 수량 ${name}` }));
  await less!.focus();
  expect(await reader.readFocus()).toEqual({ role: 'button', name: '씨앗 호떡 수량 줄이기', states: ['disabled'] });
  await page.keyboard.press('Enter');
  await reader.waitFor('1개부터 주문할 수 있어요.');
  await more!.focus();
  await reader.takeAnnounced();
  for (let count = 2; count <= 9; count++) {
    await page.keyboard.press('Enter');
    await reader.waitFor(`수량 ${count}`);
  }
  expect(await reader.readFocus()).toEqual({ role: 'button', name: '씨앗 호떡 수량 늘리기', states: ['disabled'] });
  // Twice the same, and announced twice.
  for (let times = 0; times < 2; times++) {
    await reader.takeAnnounced();
    await page.keyboard.press('Enter');
    await reader.waitFor('한 번에 9개까지 주문할 수 있어요.');
  }
  await page.getByRole('button', { name: '장바구니에 담기' }).press('Enter');
  await reader.waitFor('장바구니에 9개 담겨 있어요.');
  expect(await reader.readFocus()).toMatchObject({ name: '장바구니에 담기', states: ['disabled'] });
  await page.keyboard.press('Enter');
  await reader.waitFor('한 번에 9개까지 담을 수 있어요.');
});

test('the cart does not show that it is empty once its request was sent, and the order page has the focus', async () => {
  const { page, reader } = await newListeningPage();
  await fillCart(page, 'hotteok');
  const shown: string[] = [];
  await page.exposeFunction('onShown', (text: string) => shown.push(text));
  await page.evaluate(() => {
    const { onShown } = window as unknown as { onShown(text: string): void };
    new MutationObserver(() => onShown(document.querySelector('main')?.innerText ?? '')).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await copyLink(await click(page));
  await page.waitForURL('**/orders/order-*');
  await page.getByText(requestSent).waitFor();
  expect(shown.filter((text) => text.includes('아직 담은 것이 없어요'))).toEqual([]);
  await expect.poll(() => reader.readFocus()).toMatchObject({ role: 'heading', name: '주문 상세' });
});

test.for(['on its own page', 'in the list of orders', 'on the page of the product'])(
  'a failed order can be asked for again %s, for the same items',
  async (where) => {
    const { page } = await newListeningPage();
    await page.goto('/');
    await page.getByRole('button', { name: '팥 붕어빵 수량 늘리기' }).click();
    const popup = await click(page);
    const address = await copyLink(popup);
    await page.getByText(requestSent).waitFor();
    await popup.close();
    const payer = await newPage();
    await payer.goto(address);
    await payer.getByRole('button', { name: '거절하기' }).click();
    await payer.getByRole('button', { name: '네, 거절할게요' }).click();
    await page.getByText('친구가 결제하지 못했어요').waitFor();
    const id = await orderIdOn(page);
    if (where === 'on its own page') await page.goto(`/orders/${id}`);
    if (where === 'in the list of orders') await page.goto('/orders');

    const again = page.getByRole('button', { name: '같은 메뉴로 다시 부탁하기' });
    const [next] = await Promise.all([page.context().waitForEvent('page'), again.click()]);
    await next.getByText('6,000원', { exact: true }).waitFor();
    await copyLink(next);
    await page.getByText(requestSent).waitFor();
    if (where === 'on the page of the product') expect(await orderIdOn(page)).not.toBe(id);
    else expect(new URL(page.url()).pathname).not.toBe(`/orders/${id}`);
    expect(await page.getByText('팥 붕어빵 × 2').count()).toBe(1);
  },
);

test('an order of another shopper cannot be asked for again', async () => {
  const { page } = await newListeningPage();
  const id = await fail(page);
  const other = await newPage();
  await fail(other);
  await other.goto('/orders');
  // The bound number is sent by the browser, which can send another one.
  await other.route('**/orders', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: (route.request().postData() ?? '').replace(/order-[0-9a-f-]{36}/, id) })
      : route.continue(),
  );
  const again = other.getByRole('button', { name: '같은 메뉴로 다시 부탁하기' });
  await Promise.all([other.context().waitForEvent('page'), again.click()]);
  await other.getByText('요청을 보내지 못했어요').waitFor();
  allowConsoleLine(/500/);
});

test('the card of the last order is on the page of its product only', async () => {
  const { page } = await newListeningPage();
  await sendRequest(page);
  const card = page.getByRole('region', { name: '주문 상태' });
  await page.reload();
  await card.waitFor();
  await page.getByRole('link', { name: '메뉴' }).click();
  await page.getByRole('link', { name: '군고구마' }).click();
  await page.getByRole('heading', { name: '군고구마' }).waitFor();
  expect(await card.count()).toBe(0);
  await page.goto('/products/goguma');
  expect(await card.count()).toBe(0);
});

test('each page has its own title, its link is marked as current, and no two links of a page share a name', async () => {
  const { page } = await newListeningPage();
  await fail(page);
  await fail(page);
  const id = await orderIdOn(page);
  const titles = new Set<string>();
  const pages = ['/', '/products', '/products/goguma', '/cart', '/orders', `/orders/${id}`, '/admin', '/orders/none'];
  for (const path of pages) {
    await page.goto(path);
    await page.waitForFunction(() => document.title !== '');
    titles.add(await page.title());
    const current = await page
      .locator('nav a[aria-current]')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')]));
    const section = ['/products', '/orders', '/cart'].find((each) => path.startsWith(each) && path !== '/orders/none');
    if (section) expect(current).toEqual([[section, path === section ? 'page' : 'true']]);
    const links = await page
      .getByRole('link')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('aria-label') ?? link.textContent, link.getAttribute('href')] as const),
      );
    const names = new Map<string, string | null>();
    for (const [name, href] of links) {
      expect(names.get(name ?? '') ?? href, `${path}: ${name}`).toBe(href);
      names.set(name ?? '', href);
    }
    const buttons = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent));
    expect(
      buttons.filter((name, index) => buttons.indexOf(name) !== index),
      path,
    ).toEqual([]);
  }
  expect(titles.size).toBe(pages.length);
  allowConsoleLine(/404/);
});
