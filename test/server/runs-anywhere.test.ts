import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, notify } from './memory-shop.ts';

async function bundle(format: 'esm' | 'iife', names = '*') {
  const { outputFiles } = await build({
    stdin: {
      contents: `export ${names} from './index.ts'`,
      resolveDir: fileURLToPath(new URL('../../src/server', import.meta.url)),
    },
    bundle: true,
    write: false,
    minify: true,
    // An import of a Node module fails the build on a neutral platform.
    platform: 'neutral',
    format,
    ...(format === 'iife' && { globalName: 'server' }),
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.contents;
}

function openShop() {
  const shop = createMemoryShop();
  const order = shop.addOrder(3000);
  const { merchantUid } = order;
  shop.payments.set('imp_1', { status: 'paid', amount: 3000, merchantUid, sandbox: false });
  return { shop, order, payload: { insteadUid: 'imp_1', merchantUid, status: 'paid' } };
}

test('createWebhookHandler costs at most 1,900 bytes', async () => {
  expect(brotliCompressSync(await bundle('esm', '{ createWebhookHandler }')).length).toBeLessThanOrEqual(1_900);
});

// Development's hints are left out there; what an operator needs is not.
test('a production build names what is wrong in its errors and logs', async () => {
  const warnings: unknown[] = [];
  const errors: unknown[] = [];
  const console = {
    warn: (text: unknown) => warnings.push(text),
    error: (error: unknown) => errors.push(String(error)),
  };
  const { shop, order, payload } = openShop();
  const globals = { Request, Response, URL, URLSearchParams, console, process: { env: {} } };
  const context = createContext({ ...globals, shop: { ...shop.options, onRejected: undefined, onError: undefined } });
  runInContext(new TextDecoder().decode(await bundle('iife')), context);
  const create = (change: string) =>
    runInContext(`server.createWebhookHandler({ ...shop, ${change} })`, context) as ReturnType<
      typeof createWebhookHandler
    >;
  expect(() => create('onPaid: undefined')).toThrow('`onPaid` must be a function.');
  expect(() => create('secret: ""')).toThrow('`secret` must be a non-empty string.');
  await expect(create('').GET({ url: '/hook' } as Request)).rejects.toThrow(
    '`request` must be a `Request` with an absolute URL.',
  );
  await create('').GET(new Request('https://shop.example/?instead_uid=a&status=paid'));
  await create('').GET(notify({ ...payload, status: 'failed' }));
  expect(warnings).toEqual([
    'Webhook invalid: [{"path":"merchant_uid","message":"is missing, duplicated or invalid."}]',
    'Webhook rejected: status',
  ]);
  await create('secret: () => undefined').GET(notify(payload));
  shop.payments.set('imp_1', {
    status: 'paid',
    amount: '3000' as never,
    merchantUid: order.merchantUid,
    sandbox: false,
  });
  await create('').GET(notify(payload));
  expect(errors).toEqual([
    'TypeError: `secret` must be a non-empty string.',
    'TypeError: `amount` must be a positive integer.',
  ]);
});

test('the entry runs without process, require and Buffer', async () => {
  const { shop, order, payload } = openShop();
  const context = createContext({
    Request,
    Response,
    Headers,
    URL,
    URLSearchParams,
    options: { ...shop.options, secret: 's' },
  });
  runInContext(new TextDecoder().decode(await bundle('iife')), context);
  const { GET } = runInContext('server.createWebhookHandler(options)', context) as ReturnType<
    typeof createWebhookHandler
  >;
  expect((await GET(notify(payload, { key: 'wrong' }))).status).toBe(403);
  expect((await GET(notify(payload, { key: 's' }))).status).toBe(200);
  expect(order.status).toBe('paid');
});

test('responds with 405 when Hono calls the GET route for HEAD', async () => {
  const { shop, order, payload } = openShop();
  const { GET } = createWebhookHandler(shop.options);
  const app = new Hono().get('/api/webhooks/instead', (c) => GET(c.req.raw));
  expect((await app.fetch(notify(payload, { method: 'HEAD' }))).status).toBe(405);
  expect(order.status).toBe('waiting');
  expect((await app.fetch(notify(payload))).status).toBe(200);
  expect(order.status).toBe('paid');
});

test('works in a Node server with a Request created from the full address', async () => {
  const { shop, order, payload } = openShop();
  const { GET } = createWebhookHandler(shop.options);
  const server = createServer((req, res) => {
    void GET(new Request(new URL(req.url!, 'https://shop.example'), { method: req.method! })).then(async (response) => {
      res.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
    });
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${new URL(notify(payload).url).search}`;
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(405);
    const response = await fetch(address);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(order.status).toBe('paid');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
