import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Starts Instead's look-up: `imp_1` is paid, for `order-1` of 3,000 won. It takes its time, so that copies are concurrent. */
export async function startLookup() {
  const lookup = { url: '', count: 0, isFirstHeld: false };
  const server = createServer(({ url }, response) => {
    if (++lookup.count === 1 && lookup.isFirstHeld) return;
    const isKnown = url === '/imp_1';
    const payment = { status: 'paid', amount: 3000, merchantUid: 'order-1', sandbox: false };
    setTimeout(() => {
      response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(payment));
    }, 100);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  lookup.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return lookup;
}
