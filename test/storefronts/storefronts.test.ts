import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStorefronts } from './support/open-storefronts.ts';
import { STOREFRONTS, type Storefront } from './storefront-table.ts';

let site: Awaited<ReturnType<typeof openStorefronts>>;
beforeAll(async () => void (site = await openStorefronts()));
afterAll(() => site.close());

const overlay = (page: Page) => page.locator('dialog[data-instead="overlay"]');
const part = (page: Page, name: string) => page.locator(`[data-instead="overlay-${name}"]`);
const status = (page: Page) =>
  expect.poll(() => page.locator('[data-instead="button"]').first().getAttribute('data-status'));
const cart = (page: Page) => page.locator('output[aria-label="cart"]').first().textContent();
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot) element = element.shadowRoot.activeElement;
    return element?.getAttribute('data-instead');
  });

async function visit(storefront: Storefront) {
  const { page, lines } = await site.visit(storefront);
  onTestFinished(() => page.context().close());
  return { page, lines, ...(await openPayment(page)) };
}

/** Clicks the button by keyboard, and waits until the overlay takes the clicks of a pointer. */
async function openPayment(page: Page) {
  const button = page.locator('[data-instead="button"]').first();
  await button.focus();
  const [popup] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
  await page.bringToFront();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 320)));
  return { popup };
}

const onePage = STOREFRONTS.filter(({ page }) => page !== 'islands' && page !== 'bundles');

describe.each(onePage)('$name', (storefront) => {
  test('centers the overlay, keeps Tab in it, and pays', async () => {
    const { page, popup, lines } = await visit(storefront);
    const distance = await overlay(page).evaluate((dialog) => {
      const { left, top, width, height } = dialog.getBoundingClientRect();
      return Math.hypot(left + width / 2 - innerWidth / 2, top + height / 2 - innerHeight / 2);
    });
    expect(distance).toBeLessThan(10);

    const visited: unknown[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      visited.push(await focused(page));
    }
    const [show, cancel] = ['overlay-show', 'overlay-cancel'];
    expect(visited).toEqual([cancel, show, cancel, show]);

    await popup.getByRole('button', { name: '카카오톡' }).click();
    await status(page).toBe('sent');
    expect(await cart(page)).toBe('open');
    expect(lines).toEqual([]);
  });

  test('Escape ends the payment only, and the focus returns to the button', async () => {
    const { page, popup } = await visit(storefront);
    await page.keyboard.press('Escape');
    await status(page).toBe('cancelled');
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(await cart(page)).toBe('open');
    expect(await focused(page)).toBe('button');
    if (!storefront.hasDialog) return;
    // The next one is the dialog's again.
    await page.keyboard.press('Escape');
    await expect.poll(() => cart(page)).toBe('closed');
  });

  test('clicks in and beside the overlay do not reach the page or its dialog', async () => {
    const { page } = await visit(storefront);
    await part(page, 'title').click();
    await page.mouse.click(3, 3);
    await page.bringToFront();
    await part(page, 'show').click();
    await page.bringToFront();
    expect(await cart(page)).toBe('open');
    await part(page, 'cancel').click();
    await status(page).toBe('cancelled');
    expect(await cart(page)).toBe('open');
  });
});

describe.each(STOREFRONTS.filter(({ page }) => page === 'islands' || page === 'bundles'))('$name', (storefront) => {
  const payment = (page: Page, id: number) =>
    expect.poll(() => page.locator(`#island-${id} output[aria-label="payment"]`).textContent());

  test('has one script frame, one token and one payment at a time', async () => {
    const { page, popup } = await visit(storefront);
    await payment(page, 1).toBe('open');
    await payment(page, 2).toBe('idle');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(site.countTokens()).toBe(1);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('#island-2 [data-instead="button"]')!.click());
    await expect
      .poll(() => page.locator('#island-2 [data-instead="button"]').getAttribute('data-code'))
      .toBe('already_paying');
    expect(page.context().pages()).toHaveLength(2);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await payment(page, 1).toBe('sent');
  });

  test('resumes a payment in one root after a reload', async () => {
    const { page, popup } = await visit(storefront);
    await page.reload();
    await payment(page, 1).toBe('open');
    await payment(page, 2).toBe('idle');
    expect(await overlay(page).count()).toBe(1);
    await popup.getByRole('button', { name: '페이스북' }).click();
    await payment(page, 1).toBe('sent');
  });
});
