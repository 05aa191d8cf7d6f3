import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorybook, type OpenStorybook } from './open-storybook.ts';

let storybook: OpenStorybook;
beforeAll(async () => void (storybook = await openStorybook()));
afterAll(() => storybook?.close());

/** Runs in the page. Returns the elements that are the reason for a horizontal scrollbar. */
function findWider(): string[] {
  if (document.documentElement.scrollWidth <= 320) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > 320)
    .map(({ outerHTML }) => outerHTML.slice(0, 200));
}

// About ninety pages, three at a time.
it('renders every page and every story without a console error, a warning, a dead control, or anything wider than 320 px', async () => {
  // Each with its own storage: an order's status is shared between the tabs of a browser.
  const visits = await Promise.all([storybook.visit(), storybook.visit(), storybook.visit()]);
  const left = await storybook.entries(visits[0].page);
  expect(left.length).toBeGreaterThan(40);
  const showNext = async (page: Page) => {
    for (let entry = left.pop(); entry; entry = left.pop()) {
      await storybook.show(page, entry);
      const root = entry.type === 'docs' ? '#storybook-docs' : '#storybook-root';
      await page.waitForFunction((selector) => document.querySelector(selector)?.childElementCount, root);
      expect(await page.locator('.sb-errordisplay:visible, .sb-nopreview:visible').count(), entry.id).toBe(0);
      // Each story sets what it shows: a control would change nothing.
      expect(
        await page.locator('.docblock-argstable').locator('input, select, textarea, button[id^="set-"]').count(),
      ).toBe(0);
      await page.setViewportSize({ width: 320, height: 640 });
      // A page that measures itself needs another frame.
      await expect.poll(() => page.evaluate(findWider), { message: entry.id }).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  };
  await Promise.all(visits.map(({ page }) => showNext(page)));
  expect(visits.flatMap(({ consoleLines }) => consoleLines)).toEqual([]);
  await Promise.all(visits.map(({ context }) => context.close()));
}, 300_000);
