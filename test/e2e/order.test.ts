import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BrowserContext, Page, Route } from 'playwright';
import { output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
let context: BrowserContext;
let reportedStatus: string;
let fetchCount: number;
let answer: (route: Route) => Promise<void>;

beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(async () => {
  await site.reset();
  reportedStatus = 'waiting';
  fetchCount = 0;
  answer = (route) => route.fulfill({ json: { status: reportedStatus } });
  context = await site.browser.newContext();
  await context.route('**/orders/order-1', (route) => {
    fetchCount++;
    return answer(route);
  });
});
afterEach(() => context.close());

async function open(flags = ''): Promise<Page> {
  const page = await context.newPage();
  await site.goTo(page, { scene: 'order', flags });
  return page;
}

const never = () => new Promise<void>(() => {});
const shows = (page: Page, status: string) => expect.poll(() => output(page, 'order').textContent()).toBe(status);

test('an order page shows paid without a reload when the shop reports it', async () => {
  const page = await open();
  await shows(page, 'waiting');
  await expect.poll(() => fetchCount).toBeGreaterThan(2);
  reportedStatus = 'paid';
  await shows(page, 'paid');
});

test('a page that cannot reach the shop gets the status from another tab', async () => {
  const first = await open();
  await shows(first, 'waiting');
  answer = (route) =>
    route.request().frame().page() === first ? never() : route.fulfill({ json: { status: reportedStatus } });
  await first.reload();
  const second = await open();
  reportedStatus = 'paid';
  await shows(second, 'paid');
  await shows(first, 'paid');
});

test('an order page shows the cached status after a reload, before the shop has answered', async () => {
  reportedStatus = 'failed';
  const page = await open();
  await shows(page, 'failed');
  answer = never;
  await page.reload();
  await shows(page, 'failed');
});

test('a real stream updates the status, and polling replaces a broken one', async () => {
  const events = (text: string) => ({ contentType: 'text/event-stream', body: `retry: 60000\ndata: ${text}\n\n` });
  await context.route('**/orders/order-1/events', (route) => route.fulfill(events('{"status":"failed"}')));
  answer = never;
  const page = await open('stream');
  await shows(page, 'failed');

  await context.unroute('**/orders/order-1/events');
  await context.route('**/orders/order-1/events', (route) => route.fulfill({ status: 502 }));
  reportedStatus = 'paid';
  answer = (route) => route.fulfill({ json: { status: reportedStatus } });
  await page.reload();
  await shows(page, 'paid');
});

test('the deadline is rendered in words, with the hour in Korea', async () => {
  const page = await open();
  const deadline = page.locator('time');
  await expect.poll(() => deadline.textContent()).toMatch(/^(59분|1시간 0분) 남음$/);
  expect(await deadline.getAttribute('title')).toMatch(/^\d{4}년 \d+월 \d+일 \d\d:\d\d KST$/);
});
