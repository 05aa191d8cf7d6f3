import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';

/**
 * Serves a `fetch` handler on a new port, `roundTrip()` ms away: a new connection takes two round trips (TCP and TLS),
 * each request takes one. The browser's own throttling has no handshake, and leaves preflights out.
 */
export async function listen(host, fetch, roundTrip = () => 0) {
  const server = createServer(getRequestListener(fetch));
  const port = await open(server);
  const door = createTcpServer((visitor) => {
    const latency = roundTrip();
    const inner = connect(port, '127.0.0.1').setNoDelay(true);
    visitor.setNoDelay(true);
    // A browser that goes away cuts its connections. That is no error of the bench.
    visitor.on('error', () => {}).on('close', () => inner.destroy());
    inner.on('error', () => {}).on('close', () => visitor.destroy());
    const isShaken = pause(2 * latency);
    // Timers of one length end in the order in which they were set.
    visitor.on('data', async (chunk) => {
      await isShaken;
      setTimeout(() => inner.write(chunk), latency);
    });
    inner.pipe(visitor);
  });
  return {
    origin: `http://${host}:${await open(door)}`,
    close() {
      door.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function open(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}
