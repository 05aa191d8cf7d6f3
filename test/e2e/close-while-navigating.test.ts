import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());

it('closes the popup when the payment is cancelled while the popup navigates to Instead’s page', async () => {
  const { page, context } = await site.visit();
  await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
  // The exact moment is unknown, so each payment is cancelled a little later than the one before.
  for (let delay = 0; delay <= 60; delay += 6) {
    await page.evaluate((wait) => {
      const state = document.querySelector('[aria-label="state of pay"]')!;
      const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'cancel pay')!;
      const watch = new MutationObserver(() => {
        if (!state.textContent.startsWith('requesting')) return;
        watch.disconnect();
        setTimeout(() => cancel.click(), wait);
      });
      watch.observe(state, { characterData: true, childList: true, subtree: true });
    }, delay);
    const popup = await click(page);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('cancelled aborted order-1');
  }
  await context.close();
}, 180_000);
