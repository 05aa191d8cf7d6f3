import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Page } from 'playwright';
import { createEmulator } from 'react-instead-pay/emulator';
import { launchOptions } from '../../support/chromium.ts';
import type { Storefront } from '../storefront-table.ts';
import { buildStorefront, readStyles } from './build-storefront.ts';

async function listen(host: string, fetch: (request: Request) => Response | Promise<Response>) {
  const server = createServer((incoming, outgoing) => void getRequestListener(fetch)(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://${host}:${(server.address() as AddressInfo).port}` };
}

/** Starts a browser, the emulator, and a server with a page for each storefront. */
export async function openStorefronts() {
  const browser = await chromium.launch(launchOptions);
  const emulator = createEmulator({ language: 'ko' });
  const tokens: string[] = [];
  const service = await listen('127.0.0.1', (request) => {
    if (request.method === 'POST' && new URL(request.url).pathname === '/api/token') tokens.push(request.url);
    return emulator.fetch(request);
  });
  let documentText = '';
  const shop = await listen(
    'localhost',
    () => new Response(documentText, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );

  return {
    /** How many tokens have been requested since the page was opened. */
    countTokens: () => tokens.length,
    async visit(storefront: Storefront): Promise<{ page: Page; lines: string[] }> {
      const { scripts, render } = await buildStorefront(storefront);
      const sheets = await Promise.all((storefront.styles ?? []).map(readStyles));
      tokens.length = 0;
      const page = await (await browser.newContext()).newPage();
      const lines: string[] = [];
      page.on('console', (message) => !/React DevTools/.test(message.text()) && lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      const { origin } = service;
      const settings = { clientId: 'shop', apiUrl: `${origin}/api`, scriptSrc: `${origin}/instead-1.0.1.js` };
      const url = `${shop.origin}/?settings=${encodeURIComponent(JSON.stringify(settings))}`;
      documentText = writeDocument(sheets, render(url), scripts, storefront.page === 'shadow root');
      await page.goto(url);
      return { page, lines };
    },
    async close() {
      await browser.close();
      for (const { server } of [service, shop]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function writeDocument(sheets: string[], html: string, scripts: string[], isShadow: boolean): string {
  const styles = sheets.map((sheet) => `<style>${sheet}</style>`).join('');
  const root = `<div id="root">${html}</div>`;
  const body = isShadow
    ? `<div id="host"></div><script>
        const shadow = document.getElementById('host').attachShadow({ mode: 'open' });
        shadow.innerHTML = ${JSON.stringify(styles + root)};
        // What an app in a shadow root does to find its root element.
        document.getElementById = (id) => shadow.getElementById(id);
      </script>`
    : root;
  const tags = scripts.map(
    (script, index) => `<script data-id="${index + 1}">${script.replaceAll('</script', '<\\/script')}</script>`,
  );
  return `<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title>${isShadow ? '' : styles}<body>${body}${tags.join('')}</body></html>`;
}
