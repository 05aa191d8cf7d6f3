import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServers, type ScenarioOptions } from '../e2e/support/test-site.ts';
import { createShopper, type Shopper } from './support/shopper.ts';
import { startWebkit } from './support/start-webkit.ts';

let servers: Awaited<ReturnType<typeof startServers>>;
let webkit: Awaited<ReturnType<typeof startWebkit>>;
let shopper: Shopper;

beforeAll(async () => {
  servers = await startServers();
  webkit = await startWebkit();
});
afterAll(() => {
  webkit.close();
  servers.closeServers();
});
beforeEach(() => servers.reset());
afterEach(() => shopper.driver.quit());

async function visit(options?: ScenarioOptions) {
  shopper = await createShopper(await webkit.open());
  await shopper.driver.get(servers.addressOf(options));
}

const spoofed = { result: 'success', method: 'kakao' };
const records = () => shopper.run<number>('return sessionStorage.length');
const raw = () => shopper.run<unknown[]>('return window.recorded.raw');

test('opens the popup in the click, resolves sent and leaves the popup open', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.clickInPopup(window, '카카오톡');
  await shopper.expectState('sent kakao order-1');
  expect(await raw()).toEqual([{ result: 'opened' }, spoofed]);
  expect(await records()).toBe(0);
  expect(await shopper.windows()).toContain(window);
});

test('does not block the popup when the session takes 7 seconds', async () => {
  await servers.faults({ sessionDelay: 7_000 });
  await visit();
  await shopper.clickAndOpen();
  await expect
    .poll(() => shopper.run<string>('return window.recorded.events.at(-1).status'), { timeout: 20_000 })
    .toBe('open');
});

test('blocks the popup of the script used as the guide describes: the library prevents that', async () => {
  await servers.faults({ sessionDelay: 7_000 });
  await visit({ scene: 'guide' });
  await expect.poll(() => shopper.run('return Boolean(window.INSTEAD?.access_token)')).toBe(true);
  await shopper.click('pay');
  await expect.poll(() => shopper.run('return Boolean(window.INSTEAD.session_id)'), { timeout: 20_000 }).toBe(true);
  expect(await shopper.windows()).toHaveLength(1);
});

test('resolves user_cancelled and closes the popup when the shopper cancels', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.clickInPopup(window, '취소');
  await shopper.expectState('cancelled user_cancelled order-1');
  await shopper.expectPopupClosed(window);
});

test('resolves popup_closed when the popup closes without a message', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.closePopup(window);
  await shopper.expectState('cancelled popup_closed order-1');
  expect(await records()).toBe(0);
});

test('closes the popup when the shop cancels', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.click('cancel pay');
  await shopper.expectState('cancelled aborted order-1');
  await shopper.expectPopupClosed(window);
});

test('resolves session_failed and closes the popup when the session is refused', async () => {
  await servers.faults({ sessionStatus: 500, sessionDelay: 1_000 });
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('failed session_failed order-1');
  await shopper.expectPopupClosed(window);
});

test('ignores a spoofed result of the page, of a frame in it and of another site in the popup', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.run(
    `window.spoofedMessages = 0;
     addEventListener('message', ({ data }) => { if (data === 'the last one') window.spoofedMessages++; });
     for (const message of [arguments[0], 'the last one']) postMessage(message, '*');
     const frame = document.createElement('iframe');
     frame.srcdoc = '<script>for (const message of [' + JSON.stringify(arguments[0]) + ', "the last one"]) parent.postMessage(message, "*")</' + 'script>';
     document.body.append(frame);`,
    spoofed,
  );
  await expect.poll(() => shopper.run('return window.spoofedMessages')).toBe(2);
  await shopper.inWindow(window, async () => {
    // Instead's page is left without its `closed` message, which would settle the payment.
    await shopper.run(`Object.defineProperty(window, 'opener', { value: null });`);
    await shopper.driver.get(servers.attacker);
    await shopper.run(
      `for (const message of [arguments[0], 'the last one']) opener.postMessage(message, '*')`,
      spoofed,
    );
  });
  await expect.poll(() => shopper.run('return window.spoofedMessages')).toBe(3);
  await shopper.expectState('open order-1');
  expect(await raw()).toEqual([{ result: 'opened' }]);
});

test('survives two reloads and settles once', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  for (let time = 0; time < 2; time++) {
    await shopper.driver.navigate().refresh();
    await shopper.expectState('open order-1', 'current');
  }
  await shopper.clickInPopup(window, '페이스북');
  await shopper.expectState('sent facebook order-1', 'current');
  expect(await records()).toBe(0);
});

// Only WebKit keeps a page with an open popup in the back-forward cache.
test.each([
  ['while the popup is open', false],
  ['after the popup has closed', true],
])(
  'shows a payment that settled on another page of the shop as settled after history.back(), %s',
  async (_, isGone) => {
    // The restored page stays until its reload has completed.
    await visit({ reloadDelay: 2_000 });
    await shopper.run(`sessionStorage.outcomes = '';
    setInterval(() => { sessionStorage.outcomes += window.recorded.outcomes.splice(0).map(({ status }) => status); }, 10);`);
    const window = await shopper.clickAndOpen();
    await shopper.expectState('open order-1');
    await shopper.navigate(servers.addressOf());
    await shopper.expectState('open order-1', 'current');
    await shopper.clickInPopup(window, '카카오톡');
    await shopper.expectState('sent kakao order-1', 'current');
    if (isGone) await shopper.closePopup(window);
    await shopper.goBack();
    await shopper.expectState('idle', 'current');
    expect(await shopper.run('return sessionStorage.outcomes')).toBe('');
  },
);

test('continues a payment that is still open after history.back(), for the caller that started it', async () => {
  await visit();
  const window = await shopper.clickAndOpen();
  await shopper.expectState('open order-1');
  await shopper.navigate(`${servers.shop}/frame`);
  await shopper.goBack();
  await shopper.expectState('open order-1', 'current');
  await shopper.clickInPopup(window, '카카오톡');
  await shopper.expectState('sent kakao order-1', 'current');
  expect(await shopper.run('return window.recorded.outcomes.map(({ status }) => status)')).toEqual(['sent']);
  expect(await records()).toBe(0);
});

test('reports popup_blocked when the browser blocks the popup', async () => {
  await visit({ scene: 'plain' });
  await shopper.run(`setTimeout(() => document.querySelector('button').click(), 6500)`);
  await expect
    .poll(() => shopper.run(`return window.recorded.outcomes.map(({ status, error }) => status + ' ' + error?.code)`), {
      timeout: 20_000,
    })
    .toEqual(['failed popup_blocked']);
  expect(await shopper.windows()).toHaveLength(1);
});

test('returns the focus to the button without scrolling when the popup closes', async () => {
  await visit({ scene: 'button', flags: 'noOverlay', before: '<style>body { height: 5000px }</style>' });
  const window = await shopper.clickAndOpen('결제를 부탁해');
  const status = () => shopper.run('return document.querySelector(\'[data-instead="button"]\').dataset.status');
  await expect.poll(status).toBe('open');
  await shopper.run('document.activeElement?.blur(); window.scrollTo(0, 4000);');
  await shopper.closePopup(window);
  await expect.poll(status).toBe('cancelled');
  expect(await shopper.run('return [scrollY, document.activeElement.dataset.instead]')).toEqual([4000, 'button']);
});

test('centers the overlay under a reset of margins, and cancels with its button', async () => {
  await visit({ scene: 'button', before: '<style>*, ::backdrop { margin: 0; padding: 0 }</style>' });
  const window = await shopper.clickAndOpen('결제를 부탁해');
  const distance = () =>
    shopper.run<number>(`const dialog = document.querySelector('dialog[data-status="open"]');
      if (!dialog) return 1000;
      const { left, top, width, height } = dialog.getBoundingClientRect();
      return Math.hypot(left + width / 2 - innerWidth / 2, top + height / 2 - innerHeight / 2);`);
  await expect.poll(distance).toBeLessThan(10);
  await shopper.run('document.querySelector(\'[data-instead="overlay-cancel"]\').click()');
  await shopper.expectPopupClosed(window);
});
