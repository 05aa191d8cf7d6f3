import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { median, takeTurns } from './statistics.js';
import { ms, ratio } from './labels.js';

const COUNTS = [1, 100, 1_000, 10_000];
const ROUNDS = 7;
const BUTTONS = 1_000;
const variants = ['plain', 'markup', 'PayButton', 'useInsteadPay', 'Stripe', 'PayPal'];
const NAMES = {
  plain: 'a plain `<button>`',
  markup: 'the elements of `<PayButton>` only',
  PayButton: '`<PayButton>`',
  useInsteadPay: 'own button, `useInsteadPay()`',
  Stripe: 'Stripe: `<Elements>`, `useStripe()`',
  PayPal: 'PayPal: `<PayPalProvider>`, `usePayPal()`',
};

/** What React has to do for many buttons: to mount them, and to show that something has changed. */
export async function measureMount() {
  const entryPoints = ['pages/mount.jsx'];
  // The profiling build also records what each component does, which takes time, too.
  const apps = {
    production: await bundle({ entryPoints }),
    profiling: await bundle({ entryPoints, alias: { 'react-dom/client': 'react-dom/profiling' } }),
  };
  const shop = await listen('localhost', ({ url }) => serve(new URL(url).pathname, apps));
  const browser = await startBrowser('--js-flags=--expose-gc');
  const open = async (build) => {
    const page = await browser.newPage();
    await page.goto(`${shop.origin}/${build}`);
    await page.waitForFunction(() => window.countRenders);
    return page;
  };
  try {
    const [production, profiling] = [await open('production'), await open('profiling')];
    return [await measureTimes(production, profiling), await countRenders(production)];
  } finally {
    await browser.close();
    shop.close();
  }
}

async function measureTimes(production, profiling) {
  const measure = (page, count) => (variant) =>
    page.evaluate(([variant, count]) => window.measureMount(variant, count), [variant, count]);
  // The first ones are slow: they are not compiled yet.
  for (const page of [production, profiling]) await takeTurns(variants, 2, measure(page, 1_000));
  const found = {};
  for (const count of COUNTS) found[count] = await takeTurns(variants, ROUNDS, measure(production, count));
  const profiled = await takeTurns(variants, ROUNDS, measure(profiling, 1_000));
  const of = (variant, count) => median(found[count][variant].map(({ time }) => time));
  const renderTime = (variant) => median(profiled[variant].map((each) => each.renderTime));
  return {
    title: 'Mounting buttons',
    note:
      'With their provider, in React’s production build, effects included; beside each time its ratio to a plain button’s. ' +
      '`<PayButton>` is a button and its status line, with their attributes: the second row measures only these. The line is rendered from the start, since a screen reader does not announce one that appears together with its text; the rest is that each button subscribes to its own payment only, which the next table shows. ' +
      'The last column is the time for rendering 1,000, without what the browser does, as the profiling build reports it.',
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
      ratio(renderTime(variant), renderTime('plain')),
    ]),
  };
}

async function countRenders(page) {
  const counted = variants.filter((variant) => !['plain', 'markup'].includes(variant));
  const rows = [];
  for (const variant of counted) {
    const counts = await page.evaluate(([name, count]) => window.countRenders(name, count), [variant, BUTTONS]);
    const cells = ['loaded', 'clicked', 'open', 'sent'].map((step) => counts[step]?.toLocaleString('en') ?? '–');
    rows.push([NAMES[variant], ...cells]);
  }
  return {
    title: `Renders, of ${BUTTONS.toLocaleString('en')} buttons`,
    note: 'Of those on the page, how many times one renders when the script is ready, and when one of them pays. The hooks of Stripe and PayPal show no payment.',
    head: ['', 'script ready', 'clicked', 'open', 'sent'],
    rows,
  };
}

// Isolated, or the clock would be too coarse.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function serve(path, apps) {
  const app = apps[path.slice(1).replace('.js', '')];
  if (!app) return new Response(null, { status: 404 });
  if (path.endsWith('.js')) return new Response(app, { headers: { 'content-type': 'text/javascript' } });
  const html = `<!doctype html><meta charset="utf-8"><title>shop</title><script type="module" src="${path}.js"></script>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', ...isolated } });
}
