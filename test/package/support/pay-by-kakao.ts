import type { Browser } from 'playwright';
import { onTestFinished } from 'vitest';
import { clickInPopup } from '../../support/click-in-popup.ts';

/**
 * Clicks a shop's button, sends the request by KakaoTalk, pays as the payer, and waits until the shop's page is paid. Returns the
 * errors that any of the pages logged.
 */
export async function payByKakao(browser: Browser, address: string): Promise<string[]> {
  const context = await browser.newContext({ locale: 'ko-KR' });
  onTestFinished(() => context.close());
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on(
    'console',
    (message) => void (message.type() === 'error' && errors.push(`${message.location().url}: ${message.text()}`)),
  );
  const page = await context.newPage();
  await page.goto(address);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: '결제를 부탁해' }).click(),
  ]);
  await popup.waitForURL(/\/api\/pay/);
  await clickInPopup(popup, '카카오톡');
  await page.locator('[data-instead="order-status"][data-status="waiting"]').waitFor();
  const [payer] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('link', { name: '결제 페이지 열기' }).click(),
  ]);
  await payer.getByRole('button', { name: '결제하기' }).click();
  await page.getByText('결제 완료').waitFor();
  return errors;
}
