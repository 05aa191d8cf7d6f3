import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type ScenarioOptions, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const shows = (page: Page, text: string) =>
  expect.poll(() => output(page, 'current').first().textContent().catch(String)).toBe(text);
const allShown = (page: Page) => expect.poll(() => output(page, 'current').allTextContents());
const send = (popup: Page, name = '카카오톡') => popup.getByRole('button', { name }).click();

/** Makes the page navigate itself once this call has been answered: the navigation would abort the call. */
const leave = (page: Page, way: 'back' | 'reload') =>
  page.evaluate((way) => void setTimeout(() => (way === 'back' ? history.back() : location.reload())), way);

/** What `onEvent` received in this document about a payment, in order. */
const receivedEvents = (page: Page) =>
  page.evaluate(() => window.recorded.events.flatMap((event) => (event.type === 'payment' ? [event.status] : [])));
const records = (page: Page) => page.evaluate((): Record<string, string> => ({ ...sessionStorage }));

async function openPayment(options?: ScenarioOptions) {
  const { page, context } = await site.visit(options);
  const popup = await click(page);
  await shows(page, 'open order-1');
  return { page, context, popup };
}

/** The outcome of a payment that another document started. */
async function expectSentOnce(page: Page) {
  await shows(page, 'sent kakao order-1');
  expect(await receivedEvents(page)).toEqual(['open', 'sent']);
  expect(await records(page)).toEqual({});
}

describe('a payment that is open when the shopper leaves the page', () => {
  it('resumes on another page of the shop, settles there once, and does not resume on the way back', async () => {
    const { page, context, popup } = await openPayment();
    await site.goTo(page);
    await shows(page, 'open order-1');
    await send(popup);
    await expectSentOnce(page);
    // Without the reload, a page from the back-forward cache would still show the payment that has settled meanwhile.
    await leave(page, 'back');
    await shows(page, 'idle');
    await popup.close();
    expect(await receivedEvents(page)).toEqual([]);
    await context.close();
  });

  it('resumes after history.back(), and settles once', async () => {
    const { page, context, popup } = await openPayment();
    const url = page.url();
    await page.goto(`${site.shop}/frame`);
    await leave(page, 'back');
    await page.waitForURL(url, { waitUntil: 'commit' });
    await shows(page, 'open order-1');
    await send(popup);
    await expectSentOnce(page);
    await context.close();
  });

  it('is ignored by a page of another client and resumes on the next page of its client', async () => {
    const { page, context, popup } = await openPayment({ settings: { clientId: 'shop:2' } });
    // Its name begins like the first one's.
    await site.goTo(page, { settings: { clientId: 'shop' } });
    await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
    expect(await output(page, 'current').textContent()).toBe('idle');
    await site.goTo(page, { settings: { clientId: 'shop:2' } });
    await shows(page, 'open order-1');
    await send(popup);
    await expectSentOnce(page);
    await context.close();
  });

  it('stays open when its result was posted while no page was loaded, and accepts the next result', async () => {
    const { page, context, popup } = await openPayment();
    let serve = () => {};
    await context.route('**/app.js', async (route) => {
      await new Promise<void>((resolve) => (serve = resolve));
      await route.continue();
    });
    await leave(page, 'reload');
    await expect
      .poll(() => page.evaluate(() => document.getElementById('root') !== null).catch(() => false))
      .toBe(true);
    // No page is there to receive this one.
    await send(popup, '페이스북');
    await popup.getByText('페이스북으로 보냈어요').first().waitFor();
    serve();
    await shows(page, 'open order-1');
    await send(popup);
    await expectSentOnce(page);
    await context.close();
  });
});

describe('with two providers on the page', () => {
  it('one of them resumes the payment when both have the same client, and its result arrives once', async () => {
    const { page, context } = await site.visit({ scene: 'twins' });
    const popup = await click(page, 'second');
    await allShown(page).toEqual(['idle', 'open order-2']);
    await page.reload();
    await allShown(page).toEqual(['open order-2', 'idle']);
    await send(popup);
    await allShown(page).toEqual(['sent kakao order-2', 'idle']);
    expect(await receivedEvents(page)).toEqual(['open', 'sent']);
    expect(await records(page)).toEqual({});
    await context.close();
  });

  it('one pays at a time, whichever client it has', async () => {
    const { page, context } = await site.visit({ scene: 'twoProviders' });
    const first = await click(page, 'first');
    await allShown(page).toEqual(['open order-1', 'idle']);
    await page.getByRole('button', { name: 'second', exact: true }).click();
    await expect.poll(() => output(page, 'state of second').textContent()).toBe('failed already_paying');
    expect(context.pages()).toHaveLength(2);
    await send(first);
    await allShown(page).toEqual(['sent kakao order-1', 'idle']);
    const second = await click(page, 'second');
    await expect.poll(() => output(page, 'state of second').textContent()).toBe('open order-2');
    await page.reload();
    await allShown(page).toEqual(['idle', 'open order-2']);
    await send(second, '페이스북');
    await allShown(page).toEqual(['idle', 'sent facebook order-2']);
    expect(await records(page)).toEqual({});
    await context.close();
  });
});

describe('in a single-page app', () => {
  it('a payment continues when the address changes', async () => {
    const { page, context, popup } = await openPayment();
    await page.evaluate(() => history.pushState(null, '', '/thanks'));
    await send(popup);
    await shows(page, 'sent kakao order-1');
    expect(await page.evaluate(() => window.recorded.outcomes.map(({ status }) => status))).toEqual(['sent']);
    await context.close();
  });

  it('a payment is shown by the provider of the next route, and settles once for the component that started it', async () => {
    const { page, context, popup } = await openPayment({ scene: 'routes' });
    await page.getByRole('button', { name: 'next route' }).click();
    await expect.poll(() => page.evaluate(() => location.search)).toContain('thanks');
    await shows(page, 'open order-1');
    expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
    await send(popup);
    await shows(page, 'sent kakao order-1');
    await expect
      .poll(() => page.evaluate(() => window.recorded.outcomes.map(({ status }) => status)))
      .toEqual(['sent']);
    await expect.poll(() => page.locator('iframe').count()).toBe(1);
    expect(await records(page)).toEqual({});
    await context.close();
  });
});

describe('a payment record that an earlier page stored', () => {
  async function edit(page: Page, change: (record: object) => unknown) {
    const [[key, text]] = Object.entries(await records(page)) as [[string, string]];
    const changed = change(JSON.parse(text) as object);
    const written = typeof changed === 'string' ? changed : JSON.stringify(changed);
    await page.evaluate(([key, text]) => sessionStorage.setItem(key!, text!), [key, written]);
  }

  it.each([
    ['is past its payEndDttm', (record: object) => ({ ...record, expiresAt: Date.now() - 1 })],
    ['is not JSON', () => '{"merchantUid":"order-1'],
    ['is null', () => null],
    ['is a list', () => []],
    ['has no order', (record: object) => ({ ...record, merchantUid: undefined })],
    ['has an order that is no string', (record: object) => ({ ...record, merchantUid: { toString: 'order-1' } })],
    ['has a time that is none', (record: object) => ({ ...record, expiresAt: 'later' })],
  ])('is dropped when it %s', async (_, change) => {
    const { page, context } = await openPayment();
    await edit(page, change);
    await page.reload();
    await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
    expect(await output(page, 'current').textContent()).toBe('idle');
    expect(await records(page)).toEqual({});
    await context.close();
  });
});

it('is copied to a page that the shop opens, which resumes nothing', async () => {
  const { page, context, popup } = await openPayment({ before: '<a href="" target="_blank" rel="opener">beside</a>' });
  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'beside' }).click(),
  ]);
  await expect.poll(() => output(beside, 'script').textContent()).toBe('ready');
  expect(await output(beside, 'current').textContent()).toBe('idle');
  expect(await records(beside)).toEqual({});
  await send(popup);
  await shows(page, 'sent kakao order-1');
  await context.close();
});

it('a duplicated or restored tab ignores a payment whose popup it does not have, and pays with a click', async () => {
  const { page, context, popup } = await openPayment();
  // What a browser's "Duplicate" and "Reopen closed tab" make: a tab with a copy of the storage, which no page has opened.
  const copy = await context.newPage();
  await copy.addInitScript(
    (written) => window === window.top && Object.assign(sessionStorage, written),
    await records(page),
  );
  await copy.goto(page.url());
  await expect.poll(() => output(copy, 'script').textContent()).toBe('ready');
  expect(await output(copy, 'current').textContent()).toBe('idle');
  await send(popup);
  await shows(page, 'sent kakao order-1');
  expect(await receivedEvents(copy)).toEqual([]);
  const again = await click(copy);
  await expect.poll(() => receivedEvents(copy)).toEqual(['preparing', 'requesting', 'open']);
  await send(again, '페이스북');
  await shows(copy, 'sent facebook order-1');
  await context.close();
});
