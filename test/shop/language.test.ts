import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { KEY } from './support/staff.ts';
import { allowConsoleLine, button, newPage, orderIdOn, sendRequest, useBrowser } from './support/visit.ts';

useBrowser();

/** The Korean that a page shows or announces: texts, names, titles. The name of the shopper is not translated. */
const koreanOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = [document.title];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[lang="ko"], script, style')) continue;
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
    }
    return texts.filter((text) => /[가-힣]/.test(text.replaceAll('김붕어', '')));
  });

test('the shop is Korean for every browser until its switch is used, and stays English from then on', async () => {
  const page = await newPage({ locale: 'en-US' });
  await page.goto('/');
  expect(await page.getAttribute('html', 'lang')).toBe('ko');
  await page.getByRole('button', { name: button }).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Ask a friend to pay' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.goto('/products');
  await page.getByRole('heading', { name: 'Menu' }).waitFor();
  await page.getByRole('link', { name: '한국어' }).click();
  await page.getByRole('heading', { name: '메뉴' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/products');
  await page.goto('/cart?lang=fr');
  expect(await page.getAttribute('html', 'lang')).toBe('ko');
});

test('every page is English, with the popup, and so is what screen readers announce', async () => {
  const page = await newPage({ locale: 'ko-KR' });
  await sendRequest(page);
  const id = await orderIdOn(page);
  await page.goto('/?lang=en');
  await page.getByText('Your friend has been asked to pay').waitFor();
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Ask a friend to pay' }).click(),
  ]);
  await popup.getByRole('button', { name: 'Copy link' }).waitFor();
  await page.getByRole('dialog').waitFor();
  expect(await koreanOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('The request was cancelled').waitFor();

  await page.goto('/products/goguma');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByText('1 in your cart.').waitFor();
  expect(await koreanOn(page)).toEqual([]);
  for (const path of ['/products', '/cart', '/orders', `/orders/${id}`, '/admin', '/nothing']) {
    await page.goto(path);
    await page.waitForFunction(() => document.title !== '');
    if (path === '/cart') await page.getByText('₩4,000').first().waitFor();
    expect(await koreanOn(page), path).toEqual([]);
  }
  allowConsoleLine(/404/);
  await page.goto('/admin');
  await page.getByLabel('Staff key').fill(KEY);
  await page.keyboard.press('Enter');
  const row = page.getByRole('listitem', { name: `Order ${id}` });
  await row.getByRole('button').click();
  await page.getByRole('alertdialog').waitFor();
  expect(await koreanOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await row.getByText('The request was cancelled at Instead, too.').waitFor();
  expect(await koreanOn(page)).toEqual([]);
  await page.goto(`/orders/${id}`);
  await page.getByText('This order was cancelled').waitFor();
  expect(await koreanOn(page)).toEqual([]);
});

test('what Instead and the payer receive is the same in both languages', async () => {
  const page = await newPage();
  const session = page.waitForRequest('**/instead/api/session');
  await page.goto('/?lang=en');
  await page.getByRole('button', { name: 'Ask a friend to pay' }).click();
  expect((await session).postDataJSON()).toMatchObject({
    name: '김붕어',
    itemList: [{ itemName: '팥 붕어빵', itemAmt: '1' }],
    totalAmt: 3000,
  });
});
