import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const script = (page: Page) => expect.poll(() => output(page, 'script').textContent());
const state = (page: Page) => expect.poll(() => output(page, 'state of pay').textContent());

describe('when Instead refuses the token of a session', () => {
  it('and issues no new one, the payment and the script fail together; the next click pays', async () => {
    const { page, context } = await site.visit();
    await script(page).toBe('ready');
    await site.faults({ sessionStatus: 401, sessionStatusTimes: 1, tokenStatus: 500 });
    await click(page);
    await state(page).toBe('failed token_failed order-1');
    expect(await output(page, 'script').textContent()).toBe('failed');
    await site.faults({ tokenStatus: 200 });
    await click(page);
    await state(page).toBe('open order-1');
    expect(await output(page, 'script').textContent()).toBe('ready');
    await context.close();
  });

  it('and issues no new one, retry() makes the script ready', async () => {
    const { page, context } = await site.visit();
    await script(page).toBe('ready');
    await site.faults({ sessionStatus: 403, sessionStatusTimes: 1, tokenStatus: 401 });
    await click(page);
    await state(page).toBe('failed token_failed order-1');
    await site.faults({ tokenStatus: 200 });
    await page.getByRole('button', { name: 'retry' }).click();
    await script(page).toBe('ready');
    await click(page);
    await state(page).toBe('open order-1');
    await context.close();
  });

  it('and the payment is cancelled while the new one is requested, the next click pays', async () => {
    const { page, context } = await site.visit();
    await script(page).toBe('ready');
    await site.faults({ sessionStatus: 401, sessionStatusTimes: 1, tokenDelay: 1_500 });
    await click(page);
    await script(page).toBe('loading');
    await page.getByRole('button', { name: 'cancel pay' }).click();
    await state(page).toBe('cancelled aborted order-1');
    await script(page).toBe('ready');
    await click(page);
    await state(page).toBe('open order-1');
    expect(site.count('/api/token')).toBe(2);
    await context.close();
  });

  it('and the session takes too long with the new one, the next click pays', async () => {
    const { page, context } = await site.visit({ settings: { timeouts: { session: 600 } } });
    await script(page).toBe('ready');
    await site.faults({ sessionStatus: 401, sessionStatusTimes: 1, tokenDelay: 1_500 });
    await click(page);
    await state(page).toBe('failed session_failed order-1');
    await script(page).toBe('ready');
    await click(page);
    await state(page).toBe('open order-1');
    await context.close();
  });
});

describe('the token', () => {
  it.each([408, 425, 429])('is requested again after %i', async (status) => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const responses = [status, 200];
    await context.route('**/api/token', (route) =>
      route.request().method() === 'POST' && responses.shift() === status
        ? route.fulfill({ status, headers: { 'access-control-allow-origin': '*' } })
        : route.fallback(),
    );
    await site.goTo(page);
    await script(page).toBe('ready');
    expect(responses).toEqual([]);
    await context.close();
  });

  it('is requested again after the time in Retry-After, and no later than its own limit allows', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const at: number[] = [];
    let retryAfter = '2';
    await context.route('**/api/token', (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      at.push(Date.now());
      if (at.length % 2 === 0) return route.fallback();
      const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
      return route.fulfill({ status: 429, headers: { ...headers, 'retry-after': retryAfter } });
    });
    await site.goTo(page);
    await script(page).toBe('ready');
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(1_900);

    retryAfter = '3600';
    await page.reload();
    await script(page).toBe('failed');
    expect(at).toHaveLength(3);
    await context.close();
  });

  it('fails with token_failed when a later version of the script sends no XMLHttpRequest', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await context.route('**/instead-1.0.1.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: 'window.INSTEAD = { init: (id) => void fetch(API + "/token", { method: "POST", body: id }), requestPay() {} };',
      }),
    );
    await site.goTo(page);
    await script(page).toBe('failed');
    await page.getByRole('button', { name: 'pay', exact: true }).click();
    await state(page).toBe('failed token_failed order-1');
    await context.close();
  });
});
