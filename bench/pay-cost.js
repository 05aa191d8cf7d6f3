import { createEmulator } from 'react-instead-pay/emulator';
import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { median, takeTurns } from './statistics.js';
import { bytes, ratio } from './labels.js';

const ROUNDS = 9;
const PAYMENTS = 200;
const variants = ['ours', 'bare'];

/** What one payment costs the page, when neither network nor window does. */
export async function measurePayCost() {
  const app = await bundle({ entryPoints: ['pages/pay-cost.js'], target: 'es2022' });
  const emulator = createEmulator({ language: 'ko' });
  const shop = await listen('localhost', (request) => serve(request, app, emulator));
  const browser = await startBrowser();
  try {
    const pages = {};
    for (const variant of variants) pages[variant] = await open(browser, `${shop.origin}/${variant}`);
    const measure = (variant) => pages[variant].evaluate((count) => window.pay(count), PAYMENTS);
    // The first ones are slow: the compiler has not got to them.
    await takeTurns(variants, 2, measure);
    const found = await takeTurns(variants, ROUNDS, measure);
    const heap = await takeTurns(variants, 5, (variant) => measureHeap(pages[variant]));
    const of = (measured, variant, key) => median(measured[variant].map((each) => each[key]));
    const row = (name, measured, key, unit) => {
      const [ours, bare] = variants.map((variant) => of(measured, variant, key));
      const format = (value) => `${bytes(Math.round(value))} ${unit}`;
      return [name, format(ours), format(bare), key === 'kept' ? '–' : ratio(ours, bare)];
    };
    return [
      {
        title: 'What one payment costs',
        note:
          `\`pay()\` beside the bare script’s \`requestPay()\`, with a network that answers at once and a frame in the popup’s place; the median of ${ROUNDS} × ${PAYMENTS}. ` +
          'The library checks the request, renders its loading page and watches the popup; opening a real popup, which both do, takes milliseconds. ' +
          'Kept is what remains of a settled payment after a garbage collection.',
        head: ['', 'library', 'bare', 'library ÷ bare'],
        rows: [
          row('in the click itself', found, 'inClick', 'µs'),
          row('from the click to the outcome', found, 'whole', 'µs'),
          row('heap used meanwhile', heap, 'used', 'bytes'),
          row('heap kept', heap, 'kept', 'bytes'),
        ],
      },
    ];
  } finally {
    await browser.close();
    shop.close();
  }
}

async function open(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.pay);
  return page;
}

async function measureHeap(page) {
  const session = await page.context().newCDPSession(page);
  const look = async () => (await session.send('Runtime.getHeapUsage')).usedSize;
  const collect = () => session.send('HeapProfiler.collectGarbage');
  await collect();
  const before = await look();
  await page.evaluate((count) => window.pay(count), PAYMENTS);
  const during = await look();
  await collect();
  const after = await look();
  await session.detach();
  return { used: (during - before) / PAYMENTS, kept: (after - before) / PAYMENTS };
}

// Isolated, or the clock would be too coarse.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function serve(request, app, emulator) {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/pay') return new Response(null, { status: 204 });
  if (pathname.startsWith('/api/') || pathname === '/instead-1.0.1.js') return emulator.fetch(request);
  if (pathname === '/app.js') return new Response(app, { headers: { 'content-type': 'text/javascript' } });
  const script = pathname === '/bare' ? '<script src="/instead-1.0.1.js"></script>' : '';
  const html = `<!doctype html><meta charset="utf-8"><title>shop</title>${script}<body><script type="module" src="/app.js"></script>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', ...isolated } });
}
