import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { bytes, ms } from './labels.js';

const ORDERS = 1_000;
const SECONDS = 60;

/** What an open order page costs while nothing happens: the main thread's time of 1,000 `useOrderStatus`. */
export async function measureIdleOrders() {
  const app = await bundle({ entryPoints: ['pages/idle-orders.jsx'] });
  const shop = await listen('localhost', ({ url }) =>
    new URL(url).pathname === '/app.js'
      ? new Response(app, { headers: { 'content-type': 'text/javascript' } })
      : new Response('<!doctype html><title>shop</title><script type="module" src="/app.js"></script>', {
          headers: { 'content-type': 'text/html' },
        }),
  );
  const browser = await startBrowser();
  try {
    const rows = [];
    for (const [name, start] of [
      ['no order', () => window.showNone()],
      ['shown', (count) => window.showOrders(count)],
      ['hidden', (count) => window.showOrders(count, { isHidden: true })],
    ]) {
      const page = await browser.newPage();
      await page.goto(shop.origin);
      await page.waitForFunction(() => window.showOrders);
      await page.evaluate(start, ORDERS);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const read = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
      };
      // The first poll of each order, and React's first render, are not idle.
      await pause(5_000);
      const [before, polled] = [await read(), await page.evaluate(() => window.polls)];
      await pause(SECONDS * 1000);
      const [after, polls] = [await read(), (await page.evaluate(() => window.polls)) - polled];
      const one = name === 'no order' ? '–' : ms((after - before) / ORDERS);
      rows.push([name, ms(after - before), one, bytes(polls)]);
      await page.close();
    }
    return [
      {
        title: `${ORDERS.toLocaleString('en')} waiting orders on one page`,
        note:
          `\`useOrderStatus\` of orders whose payer takes time, with an expiration, each at its longest interval, with a server that answers at once. ` +
          `The time of the main thread in ${SECONDS} s. A hidden page does not poll.`,
        head: ['page', 'main thread', 'one order', 'polls'],
        rows,
      },
    ];
  } finally {
    await browser.close();
    shop.close();
  }
}
