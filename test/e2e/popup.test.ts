import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

// Every evaluation in the page renews its user activation, so these tests observe only the browser's windows until the popup
// is open.
const isPayPage = (url: string) => url.includes('/api/pay?session_id=');

describe('opens the popup in the click', () => {
  it('when the session takes 7 seconds', async () => {
    await site.faults({ sessionDelay: 7_000 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    expect(popup.url()).toBe('about:blank');
    await popup.waitForURL(isPayPageUrl, { timeout: 20_000 });
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('when the shop needs 6 seconds to create the order', async () => {
    const { page, context } = await site.visit({ orderDelay: 6_000 });
    const popup = await click(page);
    await popup.waitForURL(isPayPageUrl, { timeout: 20_000 });
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('when the script is still loading, and waits for it', async () => {
    await site.faults({ scriptDelay: 2_000 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    await popup.waitForURL(isPayPageUrl, { timeout: 20_000 });
    await context.close();
  });

  it('unlike the script used as the guide describes, whose popup is blocked', async () => {
    await site.faults({ sessionDelay: 7_000 });
    const { page, context } = await site.visit({ scene: 'guide' });
    await page.waitForFunction(() => window.INSTEAD?.access_token);
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/session'), { timeout: 20_000 }),
      page.getByRole('button', { name: 'pay' }).click(),
    ]);
    // One more round trip: by now the script's callback has run.
    await page.evaluate(() => fetch('/frame'));
    expect(context.pages()).toHaveLength(1);
    await context.close();
  });

  const isPayPageUrl = (url: URL) => isPayPage(url.href);
});

it('shows a loading page in the shopper’s language while it waits', async () => {
  await site.faults({ sessionDelay: 3_000 });
  const { page, context } = await site.visit({ settings: { locale: 'en' } });
  const popup = await click(page);
  await expect.poll(() => popup.locator('body').textContent()).toContain('One moment, please');
  expect(await popup.title()).toContain('One moment, please');
  await context.close();
});

it('reports popup_blocked when the browser blocks the popup', async () => {
  const { page, context } = await site.visit({ scene: 'plain' });
  // The page clicks its own button 6.5 seconds after the last user input: the user activation that a popup needs has
  // expired.
  const outcome = page.waitForEvent('console', {
    predicate: (line) => line.text() === 'failed popup_blocked',
    timeout: 20_000,
  });
  await page.evaluate(() => void setTimeout(() => document.querySelector('button')!.click(), 6_500));
  await outcome;
  expect(await page.evaluate(() => window.recorded.outcomes)).toMatchObject([
    { status: 'failed', merchantUid: 'order-1' },
  ]);
  expect(context.pages()).toHaveLength(1);
  await context.close();
});
