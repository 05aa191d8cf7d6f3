import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { addFrame, post } from './support/post.ts';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const forged = { result: 'success', method: 'kakao' };

async function openPayment(scene = 'own') {
  const { page, context } = await site.visit({ scene });
  const popup = await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
  return { page, context, popup };
}

/** What the page's payment is after the messages: as open as before, and nobody was told of any. */
async function expectUntouched(page: Page) {
  expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
  expect(await page.evaluate(() => window.recorded.raw)).toEqual([{ result: 'opened' }]);
}

describe('a forged result changes nothing', () => {
  it('from the page itself', async () => {
    const { page, context } = await openPayment();
    await post(page, page, 'parent', [forged]);
    await expectUntouched(page);
    await context.close();
  });

  it.each([
    ['of the same origin', () => `${site.shop}/frame`],
    ['of another origin', () => site.attacker],
    ['of the service’s own origin', () => `${site.service}/`],
  ])('from a frame %s', async (_, address) => {
    const { page, context } = await openPayment();
    // The emulator's own pages let nobody frame them; what is asked here is what our checks say, not its policy.
    await context.route(`${site.service}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    const frame = await addFrame(page, address());
    await post(page, frame, 'parent', [forged]);
    await expectUntouched(page);
    await context.close();
  });

  it('posted into the script frame by a frame that has found it', async () => {
    const { page, context } = await openPayment();
    await page.evaluate((message) => {
      for (let index = 0; index < window.length; index++) window[index]!.postMessage(message, '*');
    }, forged);
    await post(page, page, 'parent', []);
    await expectUntouched(page);
    await context.close();
  });

  it('from the payment window, once it shows a page of another origin', async () => {
    const { page, context, popup } = await openPayment();
    // Instead's page leaves without a word. With one, the payment would end meanwhile and take the stranger's window along.
    await popup.evaluate(() => void Object.defineProperty(window, 'opener', { value: null }));
    await popup.goto(site.attacker);
    await post(page, popup, 'opener', [forged]);
    await expectUntouched(page);
    await popup.close();
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('cancelled popup_closed order-1');
    await context.close();
  });

  it('of a shape that Instead does not speak', async () => {
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

  it('from the stranger in the window while the session is still on its way', async () => {
    await site.faults({ sessionDelay: 1_500 });
    const { page, context } = await site.visit();
    const popup = await click(page);
    await post(page, popup, 'opener', [forged]);
    expect(await output(page, 'state of pay').textContent()).toBe('requesting order-1');
    await context.close();
  });
});

it('the script alone, used as the guide says, believes a frame: that is what we guard against', async () => {
  const { page, context } = await site.visit({ scene: 'guide' });
  await page.waitForFunction(() => window.INSTEAD?.access_token);
  await click(page);
  await page.evaluate((message) => window.postMessage(message, '*'), forged);
  await expect.poll(() => page.evaluate(() => window.recorded.raw)).toContainEqual(forged);
  await context.close();
});
