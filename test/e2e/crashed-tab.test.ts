import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());

it('resumes an open payment after the shop’s tab crashes and is reloaded', async () => {
  const { page, context } = await site.visit();
  const popup = await click(page);
  await expect.poll(() => output(page, 'current').textContent()).toBe('open order-1');
  // Playwright detaches from a page that has crashed. The DevTools protocol stays connected.
  const tab = await context.newCDPSession(page);
  const look = async (expression: string) =>
    ((await tab.send('Runtime.evaluate', { expression, returnByValue: true })) as { result: { value?: unknown } })
      .result.value;
  const current = `document.querySelector('[aria-label="current"]')?.textContent`;
  const crash = page.waitForEvent('crash');
  // Not awaited: it answers only after the tab is back, and then with an error.
  tab.send('Page.crash').catch(() => {});
  await crash;
  await tab.send('Page.reload');
  await expect.poll(() => look(current).catch(String)).toBe('open order-1');
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => look(current)).toBe('sent kakao order-1');
  expect(await look('sessionStorage.length')).toBe(0);
  await context.close();
});
