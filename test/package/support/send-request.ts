import type { Browser, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { clickInPopup } from '../../support/click-in-popup.ts';

interface SentRequest {
  page: Page;
  /** The popup, with the link to the payer's page. */
  popup: Page;
  /** The console errors of every window. */
  consoleLines: string[];
}

/** Opens a shop's page, clicks its button and sends the request by link, until the button shows it. */
export async function sendRequest(browser: Browser, address: string): Promise<SentRequest> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const consoleLines: string[] = [];
  context.on('weberror', (error) => consoleLines.push(String(error.error())));
  context.on('console', (message) => void (message.type() === 'error' && consoleLines.push(message.text())));
  const page = await context.newPage();
  await page.goto(address);

  const button = page.getByRole('button', { name: '결제를 부탁해' });
  const opening = page.waitForEvent('popup');
  await button.click();
  const popup = await opening;
  await popup.waitForURL(/\/api\/pay/);
  await clickInPopup(popup, '링크');
  await expect.poll(() => page.locator('[data-instead="button"]').getAttribute('data-status')).toBe('sent');
  // The styles are loaded, too.
  expect(await button.evaluate((element) => getComputedStyle(element).cursor)).toBe('pointer');
  return { page, popup, consoleLines };
}
