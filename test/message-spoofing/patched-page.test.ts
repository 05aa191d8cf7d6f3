import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, openTestSite, type TestSite } from '../e2e/support/test-site.ts';
import { WITHOUT_MESSAGES, FAILING, WORKING } from './support/patches.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

async function visit(patch: string) {
  const { page, context } = await site.visit({
    scene: 'plain',
    before: `<script>${patch}</script>`,
    settings: { timeouts: { script: 2_000 } },
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, context, errors };
}

const outcomes = (page: Page) =>
  page.evaluate(() =>
    window.recorded.outcomes.map((outcome) =>
      outcome.status === 'failed'
        ? { status: outcome.status, code: outcome.error.code, message: outcome.error.message }
        : { ...outcome },
    ),
  );

describe('on a page that another script has patched, a payment succeeds', () => {
  it.each(WORKING.map((entry) => [entry.what, entry] as const))('when %s', async (_, { patch }) => {
    const { page, context, errors } = await visit(patch);
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => outcomes(page)).toEqual([{ status: 'sent', merchantUid: 'order-1', method: 'kakao' }]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('on a page that another script has patched, a payment fails with a message', () => {
  const cases = FAILING.map((entry) => [entry.code, entry.what, entry] as const);

  it.each(cases)('%s when %s', async (_, __, { patch, code, openPopups = 0 }) => {
    const { page, context, errors } = await visit(patch);
    const { href } = new URL(page.url());
    await page.getByRole('button', { name: 'pay' }).click();
    await expect
      .poll(() => outcomes(page))
      .toEqual([{ status: 'failed', code, message: expect.stringMatching(/^[A-Z].{40,}\.$/) }]);
    expect(errors).toEqual([]);
    // The shop's page has not navigated, and every popup that can be closed is closed.
    expect(page.url()).toBe(href);
    await expect.poll(() => context.pages().length).toBe(1 + openPopups);
    await context.close();
  });
});

describe.each(WITHOUT_MESSAGES)('on a page that receives no messages because $what,', ({ patch }) => {
  it('a payment settles when its popup is closed', async () => {
    const { page, context } = await visit(patch);
    await page.clock.install();
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    // A popup that closes after its first second was not severed.
    await page.clock.fastForward(2_000);
    await popup.close();
    await page.clock.fastForward(2_000);
    await expect
      .poll(() => outcomes(page))
      .toEqual([{ status: 'cancelled', reason: 'popup_closed', merchantUid: 'order-1' }]);
    await context.close();
  });

  it('a payment settles when the shop cancels it', async () => {
    const { page, context } = await visit(patch);
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).waitFor();
    await page.evaluate(() => window.instead.cancel());
    await expect.poll(() => outcomes(page)).toMatchObject([{ status: 'cancelled', reason: 'aborted' }]);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await context.close();
  });
});

it('a payment settles on a page whose removeEventListener throws', async () => {
  const { page, context } = await visit(`window.removeEventListener = () => { throw new Error('no'); };`);
  const popup = await click(page);
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => outcomes(page)).toEqual([{ status: 'sent', merchantUid: 'order-1', method: 'kakao' }]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await context.close();
});

it('an empty message is ignored on a page whose objects all inherit a result', async () => {
  const { page, context } = await visit(`Object.assign(Object.prototype, { result: 'success', method: 'kakao' });`);
  const popup = await click(page);
  await expect.poll(() => page.evaluate(() => window.instead.getPayment().status)).toBe('open');
  await popup.evaluate(() => {
    for (const message of [{}, [], { result: 'paid' }, { method: 'kakao' }]) {
      (window.opener as Window).postMessage(message, '*');
    }
  });
  await popup.getByRole('button', { name: '링크 복사' }).click();
  await expect.poll(() => outcomes(page)).toMatchObject([{ status: 'sent', method: 'link' }]);
  await context.close();
});
