import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import { createEmulator } from 'react-instead-pay/emulator';
import { bundleApp } from './bundle.ts';
import { launchBrowser } from './launch-browser.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

async function listen(host: string, fetch: Fetch): Promise<{ origin: string; server: Server }> {
  const answer = getRequestListener(fetch);
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://${host}:${(server.address() as AddressInfo).port}`, server };
}

export interface ScenarioOptions {
  scene?: string;
  settings?: Record<string, unknown>;
  flags?: string;
  uid?: string;
  /** The settings of the shop, as JSON. */
  request?: string;
  orderDelay?: number;
  headers?: Record<string, string>;
  /** Markup before the app, for pages with other content. */
  before?: string;
  path?: string;
  userAgent?: string;
  /** The delay of the page when it is requested a second time, in ms. */
  reloadDelay?: number;
}

/** Starts a shop, the emulator and a third party, on three origins. */
export async function startServers(appPath?: string) {
  const app = await bundleApp(appPath);
  const countRequests: { method: string; path: string; at: number }[] = [];
  const pages = new Map<string, ScenarioOptions>();
  const visited = new Set<string>();
  let emulator = createEmulator({ language: 'ko' });
  let scriptGate = Promise.resolve();
  const sessions: unknown[] = [];
  let copy = '';

  const service = await listen('127.0.0.1', async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'OPTIONS') countRequests.push({ method: request.method, path: pathname, at: Date.now() });
    if (request.method === 'POST' && pathname === '/api/session') sessions.push(await request.clone().json());
    if (pathname === '/instead-1.0.1.js') await scriptGate;
    return emulator.fetch(request);
  });
  const shop = await listen('localhost', async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/copy.js') {
      countRequests.push({ method: request.method, path: pathname, at: Date.now() });
      // Cached by the browser, like the published file.
      const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=31536000, immutable' };
      return new Response(copy, { headers: { 'content-type': 'text/javascript', ...headers } });
    }
    if (pathname === '/app.js') return new Response(app, { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/frame')
      return new Response('<!doctype html><title>frame</title>', { headers: { 'content-type': 'text/html' } });
    if (pathname === '/worker.js') return new Response('', { headers: { 'content-type': 'text/javascript' } });
    const page = pages.get(pathname);
    if (!page) return new Response('Not here', { status: 404 });
    if (page.reloadDelay && visited.has(pathname))
      await new Promise((resolve) => setTimeout(resolve, page.reloadDelay));
    visited.add(pathname);
    const nonce = page.settings?.nonce as string | undefined;
    return new Response(
      `<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title>${page.before ?? ''}<div id="root"></div>` +
        `<script src="/app.js"${nonce ? ` nonce="${nonce}"` : ''}></script></html>`,
      { headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers } },
    );
  });
  const attacker = await listen(
    '127.0.0.1',
    () => new Response('<!doctype html><title>stranger</title>', { headers: { 'content-type': 'text/html' } }),
  );
  let count = 0;

  return {
    service: service.origin,
    shop: shop.origin,
    attacker: attacker.origin,
    countRequests,
    /** The bodies of the session requests, in order. */
    sessions,
    /** Holds the script back until the returned function is called. */
    holdScript() {
      let release = () => {};
      scriptGate = new Promise((resolve) => (release = resolve));
      return release;
    },
    /** How often the service received a request for this path. */
    count: (path: string) => countRequests.filter((entry) => entry.path === path).length,
    /** Resets the service: no payments and no faults. */
    reset() {
      emulator = createEmulator({ language: 'ko' });
      countRequests.length = 0;
      sessions.length = 0;
      scriptGate = Promise.resolve();
    },
    async faults(faults: Record<string, unknown>) {
      const response = await fetch(`${service.origin}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
      if (!response.ok) throw new Error(`The emulator refused the faults: ${response.status} ${await response.text()}`);
    },
    /** The script at an address of the shop's own origin. */
    async copyOfScript() {
      copy = await (
        await createEmulator({ language: 'ko' }).fetch(new Request(`${service.origin}/instead-1.0.1.js`))
      ).text();
      return `${shop.origin}/copy.js`;
    },
    /** Returns the address of a shop page with these options. */
    addressOf(options: ScenarioOptions = {}) {
      const path = `/page-${++count}`;
      const settings = {
        clientId: 'shop',
        apiUrl: `${service.origin}/api`,
        scriptSrc: `${service.origin}/instead-1.0.1.js`,
        ...options.settings,
      };
      pages.set(path, { ...options, settings });
      const query = new URLSearchParams({
        scene: options.scene ?? 'own',
        settings: JSON.stringify(settings),
      });
      for (const key of ['flags', 'uid', 'orderDelay', 'request'] as const) {
        if (options[key] !== undefined) query.set(key, String(options[key]));
      }
      return `${shop.origin}${path}?${query}`;
    },
    closeServers() {
      for (const { server } of [service, shop, attacker]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Starts the servers and a browser. */
export async function openTestSite(appPath?: string) {
  const servers = await startServers(appPath);
  const browser = await launchBrowser();
  const goTo = (page: Page, options?: ScenarioOptions) => page.goto(servers.addressOf(options));
  return {
    ...servers,
    browser,
    goTo,
    /** Resets the service, and closes what a failed test has left open: its popups would take the focus of the next one. */
    async reset() {
      servers.reset();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    /** Opens a shop page in a new browser context. */
    async visit(options: ScenarioOptions = {}) {
      const context = await browser.newContext({ userAgent: options.userAgent });
      const page = await context.newPage();
      await goTo(page, options);
      return { context, page };
    },
    async close() {
      await browser.close();
      servers.closeServers();
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;

/** Clicks the button and returns the popup that opens. */
export async function click(page: Page, name = 'pay', context: BrowserContext = page.context()): Promise<Page> {
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return popup;
}

/**
 * Brings the page to the front, from its popup. In Firefox the popup takes the focus when its window is ready, which can be later
 * than its address.
 */
export async function moveFocus(popup: Page, page: Page): Promise<void> {
  const hasFocus = (target: Page) => target.evaluate(() => document.hasFocus());
  await expect.poll(() => hasFocus(popup)).toBe(true);
  await page.bringToFront();
  await expect.poll(() => hasFocus(page)).toBe(true);
}

export const output = (page: Page, label: string) => page.getByRole('status', { name: label, exact: true });
