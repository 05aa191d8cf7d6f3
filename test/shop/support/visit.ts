import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchOptions } from '../../support/chromium.ts';

/** The shop of this worker. Vitest numbers its workers from 1. */
export const origin = inject('shopOrigins')[Number(process.env.VITEST_POOL_ID) - 1]!;

export const button = '결제를 부탁해';
export const requestSent = '결제를 부탁했어요';
export const paid = '결제 완료';

let browser: Browser;
let contexts: BrowserContext[] = [];
let consoleLines: string[] = [];

/** Opens a browser for the tests of a file, and fails a test whose page logs to the console. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const events = consoleLines;
    contexts = [];
    consoleLines = [];
    // Violations of the Content-Security-Policy are logged there, too, including those of the script frame.
    expect(events).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** Opens a page in a new browser context, which shares nothing with the others. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: 'ko-KR', ...options });
  contexts.push(context);
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') consoleLines.push(message.text());
    });
    page.on('pageerror', (error) => consoleLines.push(String(error)));
  });
  return context.newPage();
}

/** Removes the expected console lines: the browser itself logs each refused request. */
export function allowConsoleLine(sentence: RegExp): void {
  consoleLines = consoleLines.filter((complaint) => !sentence.test(complaint));
}

/** Clicks the button at `/` and returns the popup. */
export async function click(page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return popup;
}

/** Sends the request by link, and returns the address that the payer receives. */
export async function copyLink(popup: Page): Promise<string> {
  await popup.getByRole('button', { name: '링크 복사' }).click();
  const href = await popup.getByRole('link', { name: '결제 페이지 열기' }).getAttribute('href');
  return new URL(href ?? '', popup.url()).href;
}

/** The payer's page, in a separate browser context. */
export async function payAt(address: string): Promise<Page> {
  const payer = await newPage();
  await payer.goto(address);
  await payer.getByRole('button', { name: '결제하기' }).click();
  await payer.getByRole('button', { name: '결제하기' }).waitFor({ state: 'detached' });
  return payer;
}

/** A shopper who has sent a request, and the address for the payer. */
export async function sendRequest(page: Page): Promise<string> {
  await page.goto('/');
  const popup = await click(page);
  const address = await copyLink(popup);
  await page.getByText(requestSent).waitFor();
  return address;
}

/** The number of the order that the page shows. */
export async function orderIdOn(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: '주문 자세히 보기' }).getAttribute('href');
  return (href ?? '').replace('/orders/', '');
}
