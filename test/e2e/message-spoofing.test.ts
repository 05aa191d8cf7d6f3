import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { addFrame, post } from './support/post.ts';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const spoofed = { result: 'success', method: 'kakao' };

async function openPayment(scene = 'own') {
  const { page, context } = await site.visit({ scene });
  const popup = await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
  return { page, context, popup };
}

/** The page's payment after the messages: still open, with no event emitted. */
async function expectUntouched(page: Page) {
  expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
  expect(await page.evaluate(() => window.recorded.raw)).toEqual([{ result: 'opened' }]);
}

describe('a spoofed result changes nothing', () => {
  it('from the page itself', async () => {
    const { page, context } = await openPayment();
    await post(page, page, 'parent', [spoofed]);
    await expectUntouched(page);
    await context.close();
  });

  it.each([
    ['of the same origin', () => `${site.shop}/frame`],
    ['of another origin', () => site.attacker],
    ['of the service’s own origin', () => `${site.service}/`],
  ])('from a frame %s', async (_, address) => {
    const { page, context } = await openPayment();
    // The emulator forbids other pages to frame it; this tests the library's checks, so its policy is removed.
    await context.route(`${site.service}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    const frame = await addFrame(page, address());
    await post(page, frame, 'parent', [spoofed]);
    await expectUntouched(page);
    await context.close();
  });

  it('when a frame that has found the script frame posts it there', async () => {
    const { page, context } = await openPayment();
    await page.evaluate((message) => {
      for (let index = 0; index < window.length; index++) window[index]!.postMessage(message, '*');
    }, spoofed);
    await post(page, page, 'parent', []);
    await expectUntouched(page);
    await context.close();
  });

  it('from the popup, once it shows a page of another origin', async () => {
    const { page, context, popup } = await openPayment();
    // Instead's page is left without its `closed` message, which would settle the payment and close the popup.
    await popup.evaluate(() => void Object.defineProperty(window, 'opener', { value: null }));
    await popup.goto(site.attacker);
    await post(page, popup, 'opener', [spoofed]);
    await expectUntouched(page);
    await popup.close();
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('cancelled popup_closed order-1');
    await context.close();
  });

  it('with a shape that Instead never sends', async () => {
    const { page, context, popup } = await openPayment();
    const shapes = [
      null,
      'success',
      1,
      [],
      {},
      { result: 'success' },
      { result: 'success', method: 'paid' },
      { result: 'paid' },
    ];
    await post(page, popup, 'opener', shapes);
    await expectUntouched(page);
    await context.close();
  });

  it("from another origin's page in the popup during the session request", async () => {
    await site.faults({ sessionDelay: 1_500 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    await post(page, popup, 'opener', [spoofed]);
    expect(await output(page, 'state of pay').textContent()).toBe('requesting order-1');
    await context.close();
  });
});

it('the script used as the guide describes accepts a message of any frame: the library prevents that', async () => {
  const { page, context } = await site.visit({ scene: 'guide' });
  await page.waitForFunction(() => window.INSTEAD?.access_token);
  await click(page);
  await page.evaluate((message) => window.postMessage(message, '*'), spoofed);
  await expect.poll(() => page.evaluate(() => window.recorded.raw)).toContainEqual(spoofed);
  await context.close();
});
