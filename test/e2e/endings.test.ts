import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const outcomes = (page: Page) => page.evaluate(() => window.recorded.outcomes.map(({ status }) => status));
const raw = (page: Page) => page.evaluate(() => window.recorded.raw);

async function clickAndOpen(page: Page, name = 'pay') {
  const popup = await click(page, name);
  await expect.poll(() => output(page, `state of ${name}`).textContent()).toMatch(/^open/);
  return popup;
}

const expectState = (page: Page, text: string, name = 'pay') =>
  expect.poll(() => output(page, `state of ${name}`).textContent(), { timeout: 10_000 }).toBe(text);

describe('a payment', () => {
  it.each([
    ['카카오톡', 'kakao'],
    ['페이스북', 'facebook'],
    ['링크 복사', 'link'],
  ])('resolves sent when the shopper chooses %s, and leaves the popup open', async (button, method) => {
    const { page, context } = await site.visit();
    const popup = await clickAndOpen(page);
    await popup.getByRole('button', { name: button }).click();
    await expectState(page, `sent ${method} order-1`);
    expect(await outcomes(page)).toEqual(['sent']);
    expect(popup.isClosed()).toBe(false);
    expect(await raw(page)).toEqual([{ result: 'opened' }, { result: 'success', method }]);
    await popup.close({ runBeforeUnload: true });
    await expect.poll(() => raw(page)).toContainEqual({ result: 'closed' });
    await context.close();
  });

  it('resolves cancelled user_cancelled and closes the popup when the shopper cancels in it', async () => {
    const { page, context } = await site.visit();
    const popup = await clickAndOpen(page);
    await clickInPopup(popup, '취소');
    await expectState(page, 'cancelled user_cancelled order-1');
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(await outcomes(page)).toEqual(['cancelled']);
    await context.close();
  });

  it('resolves cancelled popup_closed when the popup closes without a result', async () => {
    const { page, context } = await site.visit();
    const popup = await clickAndOpen(page);
    await popup.close();
    await expectState(page, 'cancelled popup_closed order-1');
    await context.close();
  });

  it('resolves cancelled popup_closed when the popup dies without a message', async () => {
    await site.faults({ popup: 'closes' });
    const { page, context } = await site.visit();
    await click(page);
    await expectState(page, 'cancelled popup_closed order-1');
    await context.close();
  });

  it('resolves cancelled when the popup closes during the session request, and ignores the late answer', async () => {
    await site.faults({ sessionDelay: 2_000 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    await expectState(page, 'requesting order-1');
    // A popup that is closed within a moment of its opening was closed by a blocker.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await popup.close();
    const closedAt = Date.now();
    await expectState(page, 'cancelled popup_closed order-1');
    expect(Date.now() - closedAt).toBeLessThan(1_500);
    // A second payment with its own answer: by then the answer to the first one would have arrived.
    const again = await click(page, 'other');
    await expectState(page, 'open order-2', 'other');
    expect(context.pages()).toEqual([page, again]);
    await context.close();
  });

  it('resolves cancelled aborted and closes the popup when the shop cancels', async () => {
    const { page, context } = await site.visit();
    const popup = await clickAndOpen(page);
    await page.getByRole('button', { name: 'cancel pay' }).click();
    await expectState(page, 'cancelled aborted order-1');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await context.close();
  });

  it('resolves failed session_failed and closes the popup when Instead refuses the session', async () => {
    await site.faults({ sessionStatus: 500 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    await expectState(page, 'failed session_failed order-1');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await context.close();
  });

  it('resolves failed session_failed when the answer is not JSON', async () => {
    await site.faults({ sessionBody: 'html' });
    const { page, context } = await site.visit();
    await click(page);
    await expectState(page, 'failed session_failed order-1');
    await context.close();
  });

  it.each([{}, { session_id: null }, { session_id: '' }, { session_id: {} }])(
    'resolves failed session_failed when the answer has no session id (%j), and shows no page for it',
    async (json) => {
      const { page, context } = await site.visit();
      await page.route('**/api/session', (route) =>
        route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } }),
      );
      const popup = await click(page);
      await expectState(page, 'failed session_failed order-1');
      await expect.poll(() => popup.isClosed()).toBe(true);
      expect(site.count('/api/pay')).toBe(0);
      await context.close();
    },
  );

  it('resolves failed session_failed when the session times out, and ignores the late answer', async () => {
    await site.faults({ sessionDelay: 1_200 });
    const { page, context } = await site.visit({ settings: { timeouts: { session: 400 } } });
    const popup = await click(page);
    // Sent after the page's own request, with the same delay: once it is answered, so is the page's.
    const later = fetch(`${site.service}/api/session`, { method: 'POST' });
    await expectState(page, 'failed session_failed order-1');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await site.faults({ sessionDelay: 0 });
    const again = await click(page, 'other');
    await expectState(page, 'open order-2', 'other');
    await later;
    await expectState(page, 'failed session_failed order-1');
    expect(context.pages()).toEqual([page, again]);
    await context.close();
  });

  it('resolves failed token_failed when Instead does not know the client, without a retry', async () => {
    await site.faults({ tokenStatus: 403 });
    const { page, context } = await site.visit({ settings: { load: 'lazy' } });
    const popup = await click(page);
    await expectState(page, 'failed token_failed order-1');
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(site.count('/api/token')).toBe(1);
    await context.close();
  });
});

describe('the popup stays open', () => {
  it('when its page is reloaded or comes back from a login page, and its result counts', async () => {
    const { page, context } = await site.visit();
    const popup = await click(page);
    await expectState(page, 'open order-1');
    await context.route('**/api/pay?*', async (route) => {
      // A login page in between takes its time.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.fallback();
    });
    await popup.reload();
    expect(await page.evaluate(() => window.recorded.raw)).toEqual([
      { result: 'opened' },
      { result: 'closed' },
      { result: 'opened' },
    ]);
    expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expectState(page, 'sent kakao order-1');
    await context.close();
  });

  it.each(['kakao', 'facebook', 'link'])('when sharing by %s fails, and the other methods work', async (method) => {
    const { page, context } = await site.visit();
    const popup = await click(page);
    await expectState(page, 'open order-1');
    await popup.evaluate((method) => {
      (window.opener as Window).postMessage({ result: 'fail', method }, '*');
    }, method);
    await expect.poll(() => page.evaluate(() => window.recorded.raw.at(-1))).toEqual({ result: 'fail', method });
    expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expectState(page, 'sent kakao order-1');
    await context.close();
  });
});

it('requests a new token and retries once when the token has expired', async () => {
  const { page, context } = await site.visit();
  await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
  await site.faults({ sessionStatus: 401, sessionStatusTimes: 1 });
  await clickAndOpen(page);
  expect([site.count('/api/token'), site.count('/api/session')]).toEqual([2, 2]);
  await context.close();
});

it('fails after the second refusal', async () => {
  const { page, context } = await site.visit();
  await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
  await site.faults({ sessionStatus: 401 });
  await click(page);
  await expectState(page, 'failed session_failed order-1');
  expect(site.count('/api/session')).toBe(2);
  await context.close();
});

it('makes one session for a double and a triple click', async () => {
  const { page, context } = await site.visit();
  await page.getByRole('button', { name: 'pay', exact: true }).click({ clickCount: 3 });
  await expectState(page, 'open order-1');
  expect(site.count('/api/session')).toBe(1);
  expect(context.pages()).toHaveLength(2);
  await context.close();
});

it('refuses a second payment while one is in progress, without touching the first', async () => {
  const { page, context } = await site.visit();
  const popup = await clickAndOpen(page);
  await page.getByRole('button', { name: 'other', exact: true }).click();
  await expectState(page, 'failed already_paying', 'other');
  await expectState(page, 'open order-1');
  expect(await output(page, 'current').textContent()).toBe('open order-1');
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expectState(page, 'sent kakao order-1');
  await context.close();
});

it('keeps the payment when the component that pays unmounts', async () => {
  const { page, context } = await site.visit({ scene: 'leaving' });
  const popup = await clickAndOpen(page);
  await page.getByRole('button', { name: 'leave' }).click();
  expect(await output(page, 'current').textContent()).toBe('open order-1');
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => outcomes(page)).toEqual(['sent']);
  expect(await output(page, 'current').textContent()).toBe('sent kakao order-1');
  await context.close();
});

it('settles a payment in the old script frame when the client changes, then removes that frame', async () => {
  const { page, context } = await site.visit({ scene: 'changing' });
  const popup = await clickAndOpen(page);
  await page.getByRole('button', { name: 'change client' }).click();
  await expect.poll(() => page.locator('iframe').count()).toBe(2);
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expectState(page, 'sent kakao order-1');
  await expect.poll(() => page.locator('iframe').count()).toBe(1);
  expect(site.count('/api/token')).toBe(2);
  await context.close();
});

it('settles a payment when the provider unmounts, and leaves nothing on the page', async () => {
  const { page, context } = await site.visit();
  const popup = await clickAndOpen(page);
  await page.evaluate(() => window.unmount());
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => outcomes(page)).toEqual(['sent']);
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  await context.close();
});

it.each(['http://[', 'localhost:4000/api'])(
  'fails with token_failed when apiUrl is invalid (%s), and leaves no popup open',
  async (apiUrl) => {
    const { page, context } = await site.visit({ settings: { apiUrl } });
    await page.getByRole('button', { name: 'pay', exact: true }).click();
    await expectState(page, 'failed token_failed order-1');
    await expect.poll(() => context.pages()).toEqual([page]);
    await context.close();
  },
);

it('receives the result of a popup that posts it and closes at once, even if the popup reads closed first', async () => {
  // A page that delivers messages late, as a busy one does.
  const before = `<script>{
    const add = window.addEventListener;
    window.addEventListener = (type, listener, options) =>
      add.call(window, type, type === 'message' ? (event) => setTimeout(() => listener(event), 300) : listener, options);
  }</script>`;
  const { page, context } = await site.visit({ before });
  const words = JSON.stringify([{ result: 'opened' }, { result: 'success', method: 'kakao' }]);
  const body = `<!doctype html><script>for (const word of ${words}) opener.postMessage(word, '*'); close();</script>`;
  await context.route('**/api/pay?*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await click(page);
  await expect.poll(() => outcomes(page)).toEqual(['sent']);
  await context.close();
});
