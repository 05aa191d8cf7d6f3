import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

// Recorded before the app runs: the page's own objects by identity, and the globals that must never appear.
const before = `<script>
  window.myMessageHandler = (event) => { window.shopMessages = (window.shopMessages ?? 0) + 1; };
  window.onmessage = window.myMessageHandler;
  const prototypes = [Element, NodeList, HTMLCollection, XMLHttpRequest, Window, Node, Document].map(({ prototype }) => prototype);
  const take = () => JSON.stringify(prototypes.map((prototype) => Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([key, { value, get, set, ...rest }]) => [key, rest])));
  const values = () => [window.onmessage, window.open, window.alert, window.confirm, XMLHttpRequest, fetch, Element.prototype.remove, console.log, ...prototypes.flatMap((prototype) => Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ value, get, set }) => [value, get, set]))];
  const shape = take(), objects = values(), globals = new Set(Object.getOwnPropertyNames(window));
  window.differences = () => {
    const found = [];
    if (take() !== shape) found.push('a prototype has another shape');
    const now = values();
    objects.forEach((value, index) => { if (!Object.is(value, now[index])) found.push('object ' + index + ' is another'); });
    const expected = ['differences', 'recorded', 'pay', 'instead', 'unmount', 'shopMessages', '__playwright', '__pw', 'INSTEAD_WAS_HERE'];
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!globals.has(name) && !/^\\d+$/.test(name) && !expected.some((start) => name.startsWith(start))) found.push('global ' + name);
    }
    if ('API' in window) found.push('API');
    if ('INSTEAD' in window) found.push('INSTEAD');
    if (document.querySelector('#blocker')) found.push('#blocker');
    return found;
  };
</script>`;

const differences = (page: Page) =>
  page.evaluate(() => (window as unknown as { differences(): string[] }).differences());

it('keeps the page’s globals and prototypes through load, payment, cancel, failure and unmount', async () => {
  const { page, context } = await site.visit({ before });
  await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
  expect(await differences(page)).toEqual([]);

  const sent = await click(page);
  await sent.getByRole('button', { name: '링크 복사' }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^sent/);
  expect(await differences(page)).toEqual([]);

  const cancelled = await click(page);
  await clickInPopup(cancelled, '취소');
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^cancelled/);
  await site.faults({ sessionStatus: 500 });
  await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^failed/);
  expect(await differences(page)).toEqual([]);

  await page.evaluate(() => window.unmount());
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  expect(await differences(page)).toEqual([]);
  await context.close();
});

it('keeps the page’s own message handler, which continues to receive messages', async () => {
  const { page, context } = await site.visit({ before });
  await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^open/);
  expect(await page.evaluate(() => (window as unknown as { shopMessages: number }).shopMessages)).toBeGreaterThan(0);
  await context.close();
});

it('logs nothing to the console and shows no alert', async () => {
  const { page, context } = await site.visit();
  const lines: string[] = [];
  page.on('console', (line) => {
    // React's development build marks its work for the profiler. Firefox counts each mark as a console line.
    if ((line.type() as string) !== 'timeStamp') lines.push(line.text());
  });
  page.on('pageerror', (error) => lines.push(String(error)));
  page.on('dialog', (dialog) => {
    lines.push(dialog.message());
    void dialog.dismiss();
  });
  const popup = await click(page);
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^sent/);
  expect(lines).toEqual([]);
  await context.close();
});

it('keeps no personal data in storage, events or the address', async () => {
  const { page, context } = await site.visit();
  const popup = await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toMatch(/^open/);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.recorded.events, document.cookie]),
  );
  expect(kept).toContain('order-1');
  expect(kept).not.toMatch(/김스테드|겨울 운동화|3000|token|session_id/);
  await clickInPopup(popup, '취소');
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
  await context.close();
});

it('the script used as the guide describes changes the page: the script frame prevents that', async () => {
  const { page, context } = await site.visit({ scene: 'guide', before });
  await page.waitForFunction(() => window.INSTEAD?.access_token);
  await click(page);
  await page.waitForSelector('#blocker', { state: 'attached' });
  expect(await differences(page)).toEqual(
    expect.arrayContaining(['a prototype has another shape', 'API', 'INSTEAD', '#blocker', 'object 0 is another']),
  );
  await context.close();
});
