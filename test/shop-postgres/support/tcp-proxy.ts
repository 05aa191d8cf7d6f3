import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  url: string;
  /** How often the shop has sent something: once per query, in a busy moment less. */
  countSent(): number;
  /** `silent`: accepts and swallows everything, as after a fail-over. `refused`: nobody is there. */
  become(mode: 'open' | 'silent' | 'refused'): Promise<void>;
  close(): Promise<void>;
}

/** Stands between a shop and its PostgreSQL. Connections that were silent once stay so: only new ones get through again. */
export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let sent = 0;
  let mode: Parameters<TcpProxy['become']>[0] = 'open';
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    return socket;
  };
  const createListener = () =>
    createServer((client) => {
      track(client);
      client.resume();
      if (mode === 'silent') return;
      const server = track(connect(Number(target.port), target.hostname));
      client.on('data', () => sent++);
      client.on('data', (chunk) => void (mode === 'open' && !isMuted.has(client) && server.write(chunk)));
      server.on('data', (chunk) => void (mode === 'open' && !isMuted.has(client) && client.write(chunk)));
      client.on('close', () => server.destroy());
      server.on('close', () => void (mode === 'open' && !isMuted.has(client) && client.destroy()));
    });
  const isMuted = new WeakSet<Socket>();
  let listener = createListener();
  const listen = (port: number) => new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise<void>((resolve) => listener.close(() => resolve()));
  };
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const proxied = new URL(url);
  proxied.port = String(port);
  return {
    url: proxied.href,
    countSent: () => sent,
    async become(next) {
      const before = mode;
      mode = next;
      if (next === 'silent') sockets.forEach((socket) => isMuted.add(socket));
      if (next === 'refused') await stop();
      if (before === 'refused' && next !== 'refused') {
        listener = createListener();
        await listen(port);
      }
    },
    close: stop,
  };
}
