import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { addFrame, post } from './support/post.ts';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const current = (page: Page) => output(page, 'current').textContent();

async function openPayment() {
  const { page, context } = await site.visit();
  const popup = await click(page);
  await expect.poll(() => current(page)).toBe('open order-1');
  return { page, context, popup };
}

describe('when the shop’s page is reloaded while the payment is open', () => {
  it('the new page resumes the payment and receives its result', async () => {
    const { page, context, popup } = await openPayment();
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => current(page)).toBe('sent kakao order-1');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await context.close();
  });

  it('twice, the result still arrives', async () => {
    const { page, context, popup } = await openPayment();
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    await clickInPopup(popup, '취소');
    await expect.poll(() => current(page)).toBe('cancelled user_cancelled order-1');
    await context.close();
  });

  it('the payment resolves popup_closed when the popup is closed afterwards', async () => {
    const { page, context, popup } = await openPayment();
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    await popup.close();
    await expect.poll(() => current(page)).toBe('cancelled popup_closed order-1');
    await context.close();
  });

  it('a click for the same order focuses the popup and makes no second session', async () => {
    const { page, context } = await openPayment();
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    await page.getByRole('button', { name: 'pay', exact: true }).click();
    expect(await current(page)).toBe('open order-1');
    expect(context.pages()).toHaveLength(2);
    expect(site.count('/api/session')).toBe(1);
    await context.close();
  });

  it('a click for another order pays at once when the popup was closed unnoticed', async () => {
    const { page, context, popup } = await openPayment();
    // The popup closes without a message while no page of the shop is loaded.
    const url = page.url();
    await page.goto(`${site.shop}/frame`);
    await popup.close();
    await page.goto(url);
    await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
    expect(await current(page)).toBe('idle');
    const again = await click(page, 'other');
    await expect.poll(() => current(page)).toBe('open order-2');
    await again.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => current(page)).toBe('sent kakao order-2');
    await context.close();
  });

  it('a popup that has renamed itself is accepted by its opener only', async () => {
    const { page, context, popup } = await openPayment();
    await popup.evaluate(() => void (window.name = 'renamed by its own page'));
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    // Of the service's own origin, but without an opener.
    await context.route(`${site.service}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    const frame = await addFrame(page, `${site.service}/`);
    await post(page, frame, 'parent', [{ result: 'success', method: 'kakao' }]);
    expect(await current(page)).toBe('open order-1');
    await popup.getByRole('button', { name: '페이스북' }).click();
    await expect.poll(() => current(page)).toBe('sent facebook order-1');
    await context.close();
  });

  it('a popup of another site that the page opened cannot settle it', async () => {
    const { page, context } = await openPayment();
    await page.reload();
    await expect.poll(() => current(page)).toBe('open order-1');
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate((address) => void window.open(address, 'other', 'popup'), site.attacker),
    ]);
    await other.waitForURL(`${site.attacker}/`);
    await post(page, other, 'opener', [{ result: 'success', method: 'kakao' }]);
    expect(await current(page)).toBe('open order-1');
    await context.close();
  });
});

it('resumes a payment whose popup had not loaded Instead’s page when the shop’s page was reloaded', async () => {
  const { page, context } = await site.visit();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let reportNavigation = () => {};
  const navigated = new Promise<void>((resolve) => (reportNavigation = resolve));
  await context.route('**/api/pay?*', async (route) => {
    reportNavigation();
    await held;
    await route.fallback();
  });
  const popup = await click(page);
  await navigated;
  await page.reload();
  await expect.poll(() => current(page)).toBe('open order-1');
  release();
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => current(page)).toBe('sent kakao order-1');
  expect(context.pages()).toEqual([page, popup]);
  await context.close();
});

it.each([
  ['of the shop, such as a help chat', () => `${site.shop}/frame`],
  ['of another site', () => site.attacker],
])('does not mistake a window %s for a popup that has renamed itself', async (_, address) => {
  const { page, context, popup } = await openPayment();
  await popup.evaluate(() => void (window.name = 'renamed by its own page'));
  await page.reload();
  await expect.poll(() => current(page)).toBe('open order-1');
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((address) => void window.open(address, 'other', 'popup'), address()),
  ]);
  await other.waitForURL(`${address()}${address().endsWith('/frame') ? '' : '/'}`);
  await post(page, other, 'opener', [
    { hello: 'how can I help?' },
    { result: 'closed' },
    { result: 'success', method: 'kakao' },
  ]);
  expect(await current(page)).toBe('open order-1');
  await popup.getByRole('button', { name: '페이스북' }).click();
  await expect.poll(() => current(page)).toBe('sent facebook order-1');
  expect(context.pages()).toHaveLength(3);
  await context.close();
});

it('reloaded before Instead’s page is up, the popup closes', async () => {
  await site.faults({ sessionDelay: 3_000 });
  const { page, context } = await site.visit();
  const popup = await click(page);
  await expect.poll(() => current(page)).toBe('requesting order-1');
  await page.reload();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect.poll(() => current(page)).toBe('idle');
  await context.close();
});
