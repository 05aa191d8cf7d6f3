import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { clickInPopup } from '../support/click-in-popup.ts';
import { click, moveFocus, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

/** Records each text that is added to a live region of the page. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const announced: string[] = ((window as unknown as { announced: string[] }).announced = []);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const parent = target as Element;
        // A region that is added together with its text is not announced.
        const region = parent.closest('[role="status"], [aria-live]');
        if (region) announced.push(...[...addedNodes].map((node) => node.textContent ?? ''));
      }
    }).observe(document, { childList: true, subtree: true });
  });
const announced = (page: Page) => page.evaluate(() => (window as unknown as { announced: string[] }).announced);
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.localName === 'button' ? activeElement.textContent : activeElement?.localName;
  });

const ends = {
  'is sent': { text: '결제를 부탁했어요', end: (_: Page, popup: Page) => clickInPopup(popup, '카카오톡') },
  'is cancelled in the popup': {
    text: '요청을 취소했어요',
    end: (_: Page, popup: Page) => clickInPopup(popup, '취소'),
  },
  'loses its popup': { text: '요청 창이 닫혔어요', end: (_: Page, popup: Page) => popup.close() },
  'is cancelled by Escape': {
    text: '요청을 취소했어요',
    async end(page: Page, popup: Page) {
      await moveFocus(popup, page);
      await page.keyboard.press('Escape');
    },
  },
};

const pages = {
  'a PayButton': { scene: 'button', name: '결제를 부탁해', focus: '결제를 부탁해' },
  'a button of the shop’s own, with PayOverlay': { scene: 'ownWithOverlay', name: 'pay', focus: 'main' },
};

const comeBack = {
  'a reload': (page: Page) => page.reload(),
  'the way back from another page': async (page: Page) => {
    await page.goto(`${site.shop}/frame`);
    await page.goBack();
  },
};

describe.each(Object.entries(pages))('a payment of %s', (_, { scene, name, focus }) => {
  describe.each(Object.entries(comeBack))('after %s', (_, returnToShop) => {
    it.each(Object.entries(ends))('that %s announces it once, and gives the focus back', async (_, { text, end }) => {
      const { page, context } = await site.visit({ scene });
      const popup = await click(page, name);
      const overlay = page.getByRole('dialog');
      await expect.poll(() => overlay.getAttribute('data-status')).toBe('open');
      await returnToShop(page);
      await expect.poll(() => overlay.getAttribute('data-status')).toBe('open');
      await listen(page);
      await end(page, popup);
      await expect.poll(() => announced(page)).toEqual([text]);
      await expect.poll(() => focused(page)).toBe(focus);
      await context.close();
    });
  });
});
