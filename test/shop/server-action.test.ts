import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { allowConsoleLine, button, click, newPage, useBrowser } from './support/visit.ts';

useBrowser();

/** The call of the Server Action that a click makes, to be sent again with changes. */
async function recordCall(page: Page) {
  await page.goto('/');
  const called = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await click(page);
  const request = await called;
  const { origin } = new URL(page.url());
  return async (body: string, headers: Record<string, string> = {}) => {
    const response = await page.context().request.post('/', {
      headers: { ...(await request.allHeaders()), origin, 'sec-fetch-site': 'same-origin', ...headers },
      data: body,
    });
    return { status: response.status(), text: await response.text() };
  };
}

const line = (change: object = {}) => JSON.stringify([[{ productId: 'bungeoppang', quantity: 2, ...change }]]);

test('the Server Action computes the amount, whatever the browser sends', async () => {
  const send = await recordCall(await newPage());
  const { status, text } = await send(line({ price: 1, totalAmt: 1 }));
  expect(status).toBe(200);
  expect(text).toMatch(/"merchantUid":"order-[0-9a-f-]{36}"/);
  expect(text).toContain('"totalAmt":6000');
});

test.for([
  ['no quantity', '[[{"productId":"bungeoppang","quantity":0}]]'],
  ['more than one order may hold', line({ quantity: 10 })],
  ['a product that is not sold', line({ productId: 'gold' })],
  ['no items', '[[]]'],
  ['no arguments', '[]'],
  ['text for items', '["bungeoppang"]'],
  ['more than any page sends', line({ padding: 'x'.repeat(20_000) })],
] as const)('the Server Action creates no order for %s', async ([, body]) => {
  const send = await recordCall(await newPage());
  const { status, text } = await send(body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('merchantUid');
});

test.for([
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbor on the same domain', { 'sec-fetch-site': 'same-site' }],
] as const)('the Server Action creates no order for %s', async ([, headers]) => {
  const send = await recordCall(await newPage());
  const { status, text } = await send(line(), headers);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('merchantUid');
});

test('the Server Action creates no more orders than one shopper may make, and the button shows that it failed', async () => {
  const page = await newPage();
  const send = await recordCall(page);
  // The cookie that names the shopper is there once the first order is.
  await expect.poll(async () => (await page.context().cookies()).length).toBe(1);
  const limit = 60; // readLimits()
  const answers = await Promise.all(Array.from({ length: limit + 4 }, () => send(line())));
  expect(answers.filter(({ text }) => text.includes('merchantUid'))).toHaveLength(limit - 1);

  for (const popup of page.context().pages()) if (popup !== page) await popup.close();
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('status').filter({ hasText: '요청을 보내지 못했어요' }).waitFor();
  await expect.poll(() => page.context().pages()).toEqual([page]);
  allowConsoleLine(/500/);
});
