import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  requestSent,
  sendRequest,
  button,
  copyLink,
  newPage,
  orderIdOn,
  paid,
  payAt,
  click,
  useBrowser,
} from './support/visit.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

useBrowser();

const axe = createRequire(import.meta.url).resolve('axe-core');

async function problemsOn(page: Page): Promise<string[]> {
  // Next.js streams a page's title after the page.
  await page.waitForFunction(() => document.title !== '');
  // By the debugger: the page's own policy blocks scripts of the test.
  await page.addScriptTag({ path: axe }).catch(() => {});
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test.for(['light', 'dark'] as const)('axe finds no violation in %s', async (colorScheme) => {
  const page = await newPage({ colorScheme, bypassCSP: true });
  const address = await sendRequest(page);
  expect(await problemsOn(page)).toEqual([]);
  const popup = await click(page);
  await page.getByRole('dialog').waitFor();
  expect(await problemsOn(page)).toEqual([]);
  await clickInPopup(popup, '취소');
  await payAt(address);
  await page.getByText(paid).waitFor();
  await page.goto(`/orders/${await orderIdOn(page)}`);
  expect(await problemsOn(page)).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'axe finds no violation in the menu, the cart and the staff pages, in %s',
  async (scheme) => {
    const page = await newPage({ colorScheme: scheme, bypassCSP: true, viewport: { width: 320, height: 640 } });
    const check = async () => {
      expect(await problemsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    };
    await page.goto('/products/goguma');
    await page.getByRole('button', { name: '장바구니에 담기' }).click();
    await page.getByRole('link', { name: '담은 것 보기' }).waitFor();
    await check();
    await page.goto('/products');
    await check();
    await page.goto('/cart');
    await copyLink(await click(page));
    await page.waitForURL('**/orders/order-*');
    await page.getByText(requestSent).waitFor();
    await page.goto('/orders');
    await check();
    await page.goto('/admin');
    await check();
    await page.getByLabel('관리자 키').fill('demo-admin');
    await page.getByRole('button', { name: '로그인' }).click();
    await page.getByRole('button', { name: '주문 취소' }).first().click();
    await check();
  },
);

test('no page is wider than a small phone', async () => {
  const page = await newPage({ viewport: { width: 320, height: 640 } });
  await sendRequest(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
  await page.goto(`/orders/${await orderIdOn(page)}`);
  expect(await width()).toBe(320);
});

test('a payment can be started and cancelled with the keyboard only', async () => {
  const page = await newPage();
  await page.goto('/');
  const pay = page.getByRole('button', { name: button });
  while (!(await pay.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
  const [popup] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await popup.getByRole('button', { name: '카카오톡' }).waitFor();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.getByText('요청을 취소했어요').waitFor();
  await expect.poll(() => pay.evaluate((element) => element === document.activeElement)).toBe(true);

  const [again] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await again.getByRole('button', { name: '카카오톡' }).focus();
  await again.keyboard.press('Enter');
  await page.getByText(requestSent).waitFor();
});
