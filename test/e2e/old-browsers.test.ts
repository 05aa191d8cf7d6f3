import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, moveFocus, openTestSite, output, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

/** Deletes what the oldest browsers of `browserslist` do not have: Chrome 92, Safari 15.0, Firefox 92. Runs in each frame of the page. */
function deleteNewerBuiltIns() {
  const remove = (owner: object | undefined, ...names: string[]) => {
    for (const name of names) if (owner) Reflect.deleteProperty(owner, name);
  };
  remove(Object, 'hasOwn', 'groupBy');
  remove(Map, 'groupBy');
  remove(Array, 'fromAsync');
  remove(Promise, 'withResolvers', 'try');
  remove(URL, 'canParse', 'parse');
  remove(AbortSignal, 'timeout', 'any', 'abort');
  remove(AbortSignal.prototype, 'throwIfAborted', 'reason');
  const arrayMethods = ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'];
  remove(Array.prototype, ...arrayMethods);
  remove(Object.getPrototypeOf(Int8Array.prototype) as object, ...arrayMethods);
  remove(String.prototype, 'at', 'isWellFormed', 'toWellFormed');
  remove(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf');
  remove(Element.prototype, 'checkVisibility', 'setHTMLUnsafe', 'getHTML');
  remove(HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover');
  remove(Crypto.prototype, 'randomUUID');
  remove(globalThis, 'structuredClone', 'reportError', 'BroadcastChannel', 'navigation', 'scheduler', 'Iterator');
  // They ignore the `cause` of an error.
  const Original = Error;
  globalThis.Error = new Proxy(Original, {
    construct: (target, [message], newTarget: new () => Error) =>
      Reflect.construct(target, [message], newTarget) as Error,
  });
}

describe('in the oldest browsers that are supported', () => {
  it('a payment is sent', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(deleteNewerBuiltIns);
    await site.goTo(page);
    const popup = await click(page);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await page.reload();
    await expect.poll(() => output(page, 'current').textContent()).toBe('open order-1');
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => output(page, 'current').textContent()).toBe('sent kakao order-1');
    await context.close();
  });

  it('an error keeps its cause', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(deleteNewerBuiltIns);
    await site.faults({ sessionStatus: 500 });
    await site.goTo(page);
    await click(page);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('failed session_failed order-1');
    expect(
      await page.evaluate(() =>
        window.recorded.outcomes.map((outcome) => outcome.status === 'failed' && outcome.error.cause),
      ),
    ).toEqual([500]);
    await context.close();
  });

  it('an order is polled', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(deleteNewerBuiltIns);
    await context.route('**/orders/**', (route) => route.fulfill({ json: 'paid' }));
    await site.goTo(page, { scene: 'order' });
    await expect.poll(() => output(page, 'order').textContent()).toBe('paid');
    await context.close();
  });

  it('without <dialog> the overlay covers the middle of the page, and its buttons and Escape work', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      for (const name of ['showModal', 'show', 'close']) Reflect.deleteProperty(HTMLDialogElement.prototype, name);
    });
    await site.goTo(page, { scene: 'button' });
    const popup = await click(page, '결제를 부탁해');
    const overlay = page.locator('dialog[data-instead="overlay"]');
    await expect.poll(() => overlay.getAttribute('data-status')).toBe('open');
    expect(await overlay.isVisible()).toBe(true);
    await moveFocus(popup, page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-instead'))).toMatch(/^overlay-/);
    await page.keyboard.press('Escape');
    await expect.poll(() => overlay.count()).toBe(0);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await context.close();
  });
});
