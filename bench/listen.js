import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/**
 * Serves a `fetch` handler on a port of its own. A new connection stays mute for `handshake()` ms: TCP and TLS, which the
 * throttling in the browser leaves out.
 */
export async function listen(host, fetch, handshake = () => 0) {
  const server = createServer(getRequestListener(fetch));
  const port = await open(server);
  const door = createTcpServer({ pauseOnConnect: true }, (visitor) => {
    const pass = () => {
      const inner = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [visitor, inner],
        [inner, visitor],
      ]) {
        from.setNoDelay(true);
        // A browser that goes away cuts its connections. That is no error of the bench.
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
      }
      inner.pipe(visitor);
      visitor.pipe(inner);
      visitor.resume();
    };
    setTimeout(pass, handshake());
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
