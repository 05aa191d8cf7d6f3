import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser, type Page } from 'playwright';
import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';
import { launchOptions } from '../support/chromium.ts';
import { createRequest } from '../emulator/open-emulator.ts';

/** Starts an emulator on a port, and a browser for its pages. */
export async function openInChromium(options: EmulatorOptions = {}) {
  const emulator = createEmulator(options);
  const servers: Server[] = [];

  /** Serves a handler on a free port. Resolves with its origin. */
  async function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
    const listener = getRequestListener(fetch);
    const server = createServer((request, response) => void listener(request, response));
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const service = await listen(emulator.fetch);
  const browser: Browser = await chromium.launch(launchOptions);

  const post = (path: string, body: unknown, bearer = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    return fetch(service + path, { method: 'POST', headers, body: JSON.stringify(body) });
  };

  return {
    emulator,
    service,
    browser,
    listen,
    post,
    /** Creates a payment that is waiting. Resolves with the paths of its pages. */
    async createPayment(change: Record<string, unknown> = {}) {
      const read = async (response: Response) => (await response.json()) as Record<string, string>;
      const { access_token } = await read(await post('/api/token', { client_id: 'shop' }));
      const { session_id } = await read(await post('/api/session', createRequest(change), access_token));
      const sharePath = `/api/pay?session_id=${session_id}`;
      const html = await (await fetch(service + sharePath)).text();
      return { sharePath, checkoutPath: /href="(\/checkout\/[^"]+)"/.exec(html)![1]! };
    },
    async close() {
      await browser.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/**
 * Records what a screen reader would announce on a page, from its next document on: the text of a live region that was there
 * before, the element that takes the focus, and the title.
 */
export async function recordSpeech(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const log: string[] = [];
    Object.assign(window, { speech: log });
    const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[role=status], [role=alert], [aria-live], title');
        if (!region?.isConnected || !textOf(region)) continue;
        log.push(`${region.tagName === 'TITLE' ? 'title' : 'status'}: ${textOf(region)}`);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      log.push(`focus: ${textOf(element) || (element.getAttribute('name') ?? element.tagName)}`);
    });
  });
  return () => page.evaluate(() => [...(window as unknown as { speech: string[] }).speech]);
}
