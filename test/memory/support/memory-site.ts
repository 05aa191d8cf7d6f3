import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { build } from 'esbuild';
import { createEmulator } from 'react-instead-pay/emulator';
import { expect } from 'vitest';
import { launchBareBrowser, type BarePage } from './bare-browser.ts';
import { COUNT_TIMERS } from './measure.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The production build, as a shop ships it: React's development build retains what it has rendered, for its tools. */
async function bundleApp(): Promise<string> {
  const result = await build({
    entryPoints: [root('test/memory/app/main.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    alias: { 'react-instead-pay': root('src/index.ts') },
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}

/** A popup that ends at once, as the request's `name` selects. */
const payPage = (ending: string) => `<!doctype html><script>
  const say = (word) => opener.postMessage(word, '*');
  say({ result: 'opened' });
  const ending = '${ending}';
  if (ending === 'fail') say({ result: 'fail', method: 'cancelled' });
  else {
    say({ result: 'success', method: ending });
    say({ result: 'closed' });
    close();
  }
</script>`;

/**
 * A shop and Instead, on two origins of one site: they share one browser process, so that two thousand popups open quickly.
 */
export async function openMemorySite() {
  const app = await bundleApp();
  const emulator = createEmulator({ language: 'ko' });
  let ending = '';
  const shop = await listen((request) => {
    const isApp = new URL(request.url).pathname === '/app.js';
    return isApp
      ? respond(app, 'text/javascript')
      : respond(`<!doctype html><script>${COUNT_TIMERS}</script><div id="root"></div><script src="/app.js"></script>`);
  });
  const service = await listen(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/pay') return respond(payPage(ending));
    if (pathname === '/api/session' && request.method === 'POST') {
      ending = ((await request.clone().json()) as { name: string }).name;
    }
    return emulator.fetch(request);
  });
  const browser = await launchBareBrowser();
  const settings = { apiUrl: `${service.origin}/api`, scriptSrc: `${service.origin}/instead-1.0.1.js` };

  return {
    /** A page with the provider, or an empty one with `isEmpty`. */
    async visit({ isEmpty = false } = {}): Promise<BarePage> {
      const query = new URLSearchParams({ settings: JSON.stringify(settings), ...(isEmpty ? { empty: '1' } : {}) });
      const page = await browser.open(`${shop.origin}/?${query}`);
      await expect.poll(() => page.evaluate('typeof payOnce')).toBe('function');
      return page;
    },
    async close() {
      await browser.close();
      for (const { server } of [shop, service]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(fetch: (request: Request) => Response | Promise<Response>) {
  const answer = getRequestListener(fetch);
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

const respond = (body: string, type = 'text/html') =>
  new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });

export type MemorySite = Awaited<ReturnType<typeof openMemorySite>>;
