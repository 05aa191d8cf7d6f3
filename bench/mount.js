import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { median, takeTurns } from './statistics.js';
import { ms, ratio } from './words.js';

const COUNTS = [1, 100, 1_000, 10_000];
const ROUNDS = 7;
const BUTTONS = 1_000;
const variants = ['plain', 'PayButton', 'useInsteadPay', 'Stripe', 'PayPal'];
const NAMES = {
  plain: 'a plain `<button>`',
  PayButton: '`<PayButton>`',
  useInsteadPay: 'own button, `useInsteadPay()`',
  Stripe: 'Stripe: `<Elements>`, `useStripe()`',
  PayPal: 'PayPal: `<PayPalProvider>`, `usePayPal()`',
};

/** What React has to do for many buttons: to mount them, and to show that something has changed. */
export async function measureMount() {
  // Production React that tells its times.
  const app = await bundle({ entryPoints: ['pages/mount.jsx'], alias: { 'react-dom/client': 'react-dom/profiling' } });
  const shop = await listen('localhost', ({ url }) => serve(new URL(url).pathname, app));
  const browser = await startBrowser('--js-flags=--expose-gc');
  try {
    const page = await browser.newPage();
    await page.goto(shop.origin);
    await page.waitForFunction(() => window.countRenders);
    return [await measureTimes(page), await countRenders(page)];
  } finally {
    await browser.close();
    shop.close();
  }
}

async function measureTimes(page) {
  const measure = (count) => (variant) =>
    page.evaluate(([variant, count]) => window.measureMount(variant, count), [variant, count]);
  // The first ones are slow: the compiler has not got to them.
  await takeTurns(variants, 2, measure(1_000));
  const found = {};
  for (const count of COUNTS) found[count] = await takeTurns(variants, ROUNDS, measure(count));
  const of = (variant, count, key = 'time') => median(found[count][variant].map((each) => each[key]));
  return {
    title: 'Mounting buttons',
    note:
      'With their provider, React’s production build, effects included; beside each time its ratio to a plain button’s. ' +
      '`<PayButton>` is a button and the line that says how it stands. The last column is Profiler’s own time for rendering, at 1,000.',
    head: [
      'buttons',
      ...COUNTS.map((count) => count.toLocaleString('en')),
      'one of 1,000',
      'one of 10,000',
      'rendering',
    ],
    rows: variants.map((variant) => [
      NAMES[variant],
      ...COUNTS.map((count) => `${ms(of(variant, count))} (${ratio(of(variant, count), of('plain', count))})`),
      ...[1_000, 10_000].map((count) => `${((of(variant, count) * 1000) / count).toFixed(1)} µs`),
      ratio(of(variant, 1_000, 'renderTime'), of('plain', 1_000, 'renderTime')),
    ]),
  };
}

async function countRenders(page) {
  const counted = variants.filter((variant) => variant !== 'plain');
  const rows = [];
  for (const variant of counted) {
    const counts = await page.evaluate(([name, count]) => window.countRenders(name, count), [variant, BUTTONS]);
    const cells = ['loaded', 'pressed', 'open', 'sent'].map((step) => counts[step]?.toLocaleString('en') ?? '–');
    rows.push([NAMES[variant], ...cells]);
  }
  return {
    title: `Renders, of ${BUTTONS.toLocaleString('en')} buttons`,
    note: 'Of those on the page, how many times one renders when the script is there, and when one of them pays. The hooks of Stripe and PayPal show no payment.',
    head: ['', 'script there', 'pressed', 'open', 'sent'],
    rows,
  };
}

// Isolated, or the clock would be too coarse.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function serve(path, app) {
  if (path === '/app.js') return new Response(app, { headers: { 'content-type': 'text/javascript' } });
  if (path !== '/') return new Response(null, { status: 404 });
  const html = '<!doctype html><meta charset="utf-8"><title>shop</title><script type="module" src="/app.js"></script>';
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', ...isolated } });
}
