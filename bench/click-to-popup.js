import { setTimeout as pause } from 'node:timers/promises';
import { createEmulator } from 'react-instead-pay/emulator';
import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { median, takeTurns } from './statistics.js';
import { ms, ratio } from './labels.js';

const DELAYS = [0, 300, 1000, 3000, 7000];
const ROUNDS = 5;
// A popup that has not opened by then is blocked.
const GRACE = 1500;

/** From the click to the popup, and to Instead's page in it, for sessions that take longer and longer. */
export async function measureClickToWindow() {
  const apps = {
    ours: await bundle({ entryPoints: ['pages/pay.jsx'] }),
    plain: await bundle({ entryPoints: ['pages/pay-by-guide.js'] }),
  };
  const emulator = createEmulator({ language: 'ko' });
  const service = await listen('127.0.0.1', emulator.fetch);
  const shop = await listen('localhost', (request) => servePage(new URL(request.url).pathname.slice(1), apps, service));
  const browser = await startBrowser();
  try {
    const rows = [];
    for (const delay of DELAYS) rows.push(await measureDelay({ browser, shop, emulator, delay }));
    return [
      {
        title: 'From the click to the popup',
        note:
          'Real clicks in Chromium with its popup blocker on. The plain script is the emulator’s script, used as in the guide. ' +
          '“Page” is when Instead’s page reports that it has loaded. With a session at once, the plain script’s page loads sooner: the library’s popup opens first, with a loading page, and is navigated from there.',
        head: [
          'session answered in',
          'popup: this library',
          'plain',
          'library ÷ plain',
          'page: this library',
          'plain',
          'library ÷ plain',
          'blocked: this library',
          'plain',
        ],
        rows,
      },
    ];
  } finally {
    await browser.close();
    service.close();
    shop.close();
  }
}

async function measureDelay({ browser, shop, emulator, delay }) {
  emulator.setFaults({ sessionDelay: 0 });
  const context = await browser.newContext();
  await context.addInitScript(watchWindows);
  // Clicks are apart from each other, waits are not: seven seconds are waited for once.
  const waits = [];
  const clicks = await takeTurns(['ours', 'plain'], ROUNDS, async (variant) => {
    const page = await context.newPage();
    await page.goto(`${shop.origin}/${variant}`);
    await page.waitForFunction(() => window.isReady);
    const button = await page.getByRole('button').boundingBox();
    emulator.setFaults({ sessionDelay: delay });
    await page.bringToFront();
    // By coordinates: whatever Playwright evaluates in the page would renew the permission to open a popup.
    await page.mouse.click(button.x + 5, button.y + 5);
    const end = pause(delay + GRACE);
    waits.push(end);
    if (delay < 1000) await end;
    return page;
  });
  await Promise.all(waits);

  const seen = {};
  for (const [variant, pages] of Object.entries(clicks)) {
    seen[variant] = await Promise.all(pages.map((page) => page.evaluate(() => window.seen)));
  }
  await context.close();
  const of = (variant, key) =>
    seen[variant].flatMap((entry) => (entry[key] === undefined ? [] : [entry[key] - entry.clickedAt]));
  const cells = (key) => {
    const [ours, plain] = ['ours', 'plain'].map((variant) => of(variant, key));
    return [
      ours.length ? ms(median(ours)) : 'never',
      plain.length ? ms(median(plain)) : 'never',
      ours.length && plain.length ? ratio(median(ours), median(plain)) : '–',
    ];
  };
  const blocked = (variant) => `${seen[variant].filter(({ isBlocked }) => isBlocked).length} of ${ROUNDS}`;
  return [`${delay / 1000} s`, ...cells('openedAt'), ...cells('saidAt'), blocked('ours'), blocked('plain')];
}

// Runs in the page. Both are seen alike: by what `window.open` returns, and by the first message of Instead's page.
function watchWindows() {
  if (window.opener) return;
  const seen = (window.seen = {});
  window.addEventListener('click', ({ timeStamp }) => (seen.clickedAt = timeStamp), { capture: true });
  window.addEventListener('message', ({ data }) => {
    if (data?.result === 'opened') seen.saidAt ??= performance.now();
  });
  const { open } = window;
  window.open = (...asked) => {
    const handle = open.apply(window, asked);
    if (handle) seen.openedAt = performance.now();
    else seen.isBlocked = true;
    return handle;
  };
}

function servePage(path, apps, { origin }) {
  const [variant, file] = path.split('/');
  const app = apps[variant];
  if (!app) return new Response(null, { status: 404 });
  if (file) return new Response(app, { headers: { 'content-type': 'text/javascript' } });
  const script =
    variant === 'plain'
      ? `<script src="${origin}/instead-1.0.1.js"></script><script>INSTEAD.init('shop')</script>`
      : '';
  return new Response(
    `<!doctype html><meta charset="utf-8"><title>shop</title>${script}<div id="root"></div>` +
      `<script>window.service = '${origin}'</script><script type="module" src="/${variant}/app.js"></script>`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}
