import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { press, said, setStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(() => stage.reset());

const forged = { result: 'success', method: 'kakao' };

async function openPayment(scene = 'own') {
  const { page, context } = await stage.visit({ scene });
  const popup = await press(page);
  await expect.poll(() => said(page, 'state of pay').textContent()).toBe('open order-1');
  return { page, context, popup };
}

/** A message that the page is known to have dealt with: what was posted before it has been dealt with as well. */
async function afterAllMessages(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', function hear({ data }) {
          if (data !== 'the last one') return;
          window.removeEventListener('message', hear);
          resolve();
        });
        window.postMessage('the last one', '*');
      }),
  );
}

describe('a forged result changes nothing', () => {
  it('from the page itself', async () => {
    const { page, context } = await openPayment();
    await page.evaluate((message) => window.postMessage(message, '*'), forged);
    await afterAllMessages(page);
    expect(await said(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it.each(['same-origin', 'other-origin'])('from a %s frame', async (kind) => {
    const { page, context } = await openPayment();
    const src = kind === 'same-origin' ? `${stage.shop}/frame` : stage.stranger;
    await page.evaluate(
      (address) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.onload = () => resolve();
          document.body.append(frame);
        }),
      src,
    );
    await page
      .frames()
      .at(-1)!
      .evaluate((message) => parent.postMessage(message, '*'), forged);
    await afterAllMessages(page);
    expect(await said(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('posted into the realm by a frame that has found it', async () => {
    const { page, context } = await openPayment();
    await page.evaluate((message) => {
      for (let index = 0; index < window.length; index++) window[index]!.postMessage(message, '*');
    }, forged);
    await afterAllMessages(page);
    expect(await page.evaluate(() => window.heard.raw)).toEqual([{ result: 'opened' }]);
    expect(await said(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('from the service’s own origin, but another window', async () => {
    const { page, context } = await openPayment();
    await page.evaluate(
      (address) =>
        new Promise<void>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.onload = () => resolve();
          document.body.append(frame);
        }),
      `${stage.service}/`,
    );
    await page
      .frames()
      .at(-1)!
      .evaluate((message) => parent.postMessage(message, '*'), forged);
    await afterAllMessages(page);
    expect(await said(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('from the payment window, once it shows a page of another origin', async () => {
    const { page, context, popup } = await openPayment();
    await popup.goto(stage.stranger);
    await popup.evaluate((message) => (window.opener as Window).postMessage(message, '*'), forged);
    await expect.poll(() => said(page, 'state of pay').textContent()).toBe('cancelled window_closed order-1');
    await context.close();
  });

  it('of a shape that Instead does not speak', async () => {
    const { page, context, popup } = await openPayment();
    await popup.evaluate(() => {
      const say = (message: unknown) => (window.opener as Window).postMessage(message, '*');
      for (const message of [
        null,
        'success',
        1,
        [],
        {},
        { result: 'success' },
        { result: 'success', method: 'paid' },
        { result: 'paid' },
      ]) {
        say(message);
      }
    });
    await afterAllMessages(page);
    expect(await said(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('from the stranger in the window while the session is still on its way', async () => {
    await stage.faults({ sessionDelay: 1_500 });
    const { page, context } = await stage.visit();
    const popup = await press(page);
    await popup.evaluate((message) => (window.opener as Window).postMessage(message, '*'), forged);
    await afterAllMessages(page);
    expect(await said(page, 'state of pay').textContent()).toBe('requesting order-1');
    await context.close();
  });
});

it('the script alone, used as the guide says, believes a frame: that is what we guard against', async () => {
  const { page, context } = await stage.visit({ scene: 'guide' });
  await page.waitForFunction(() => window.INSTEAD?.access_token);
  await press(page);
  await page.evaluate((message) => window.postMessage(message, '*'), forged);
  await expect.poll(() => page.evaluate(() => window.heard.raw)).toContainEqual(forged);
  await context.close();
});
