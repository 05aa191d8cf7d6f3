import { expect } from 'vitest';
import type { BrowserContext, Frame, Page, Route } from 'playwright';
import { click, type TestSite } from '../../e2e/support/test-site.ts';
import type { State } from '../spoofing-table.ts';

declare global {
  interface Window {
    /** The last return value of `window.open`: a script of the page may have kept it. */
    grabbed?: Window;
    /** The state before the sender posted. */
    kept: unknown;
    /** The number of calls of a listener since then. */
    listenerCalls: number;
  }
}

export type Play = Awaited<ReturnType<typeof startPlay>>;

const html = (route: Route, body = '', headers: Record<string, string> = {}) =>
  route.fulfill({ contentType: 'text/html', headers, body: `<!doctype html><title>a page</title>${body}` });
const json = (route: Route, body: unknown) =>
  route.fulfill({ json: body, headers: { 'access-control-allow-origin': '*' } });

/** Runs before the app: a script of the page that keeps the return value of `window.open`. */
const grab = `<script>{
  const open = window.open;
  window.open = (...given) => (window.grabbed = open.apply(window, given));
}</script>`;

/** Opens one shop page for one payment, with Instead at its real address or at the shop's own. */
export async function startPlay(site: TestSite, { isSameOrigin = false, hasOpener = false } = {}) {
  const context = await site.browser.newContext();
  const service = isSameOrigin ? site.shop : 'https://instead.co.kr';
  let release = () => {};
  let gate = Promise.resolve();
  const hold = () => void (gate = new Promise((resolve) => (release = resolve)));
  await playService(context, service, () => gate);

  const first = await context.newPage();
  const page = hasOpener ? await openFromPortal(first) : first;
  const lines: string[] = [];
  page.on('console', (line) => lines.push(`${line.type()}: ${line.text()}`));
  page.on('pageerror', (error) => lines.push(String(error)));
  await site.goTo(page, { scene: 'plain', before: grab, settings: { apiUrl: `${service}/api` } });
  await page.evaluate(async () => {
    window.listenerCalls = 0;
    window.instead.subscribe(() => void window.listenerCalls++);
    await window.instead.ready();
  });

  let popup: Page | undefined;
  const status = () => page.evaluate(() => window.instead.getPayment().status);

  return {
    page,
    context,
    portal: first,
    service,
    getPopup: () => popup!,
    getScriptFrame: (): Frame => page.frames().find((frame) => frame.url() === 'about:srcdoc')!,
    /** Brings the payment from one state to the next. */
    async reach(state: State) {
      switch (state) {
        case 'idle':
          return;
        case 'requesting':
          hold();
          popup = await click(page);
          await expect.poll(status).toBe('requesting');
          return;
        case 'open':
          release();
          await expect.poll(status).toBe('open');
          return;
        case 'settled':
          await popup!.evaluate(() =>
            (window.opener as Window).postMessage({ result: 'success', method: 'link' }, '*'),
          );
          await expect.poll(status).toBe('sent');
          return;
      }
    },
    /** Records the current state, to be compared with the state after the messages. */
    async recordState() {
      await page.evaluate(() => {
        window.kept = window.instead.getPayment();
        window.listenerCalls = 0;
        for (const list of [window.recorded.events, window.recorded.raw]) list.length = 0;
      });
      lines.length = 0;
    },
    /** What has changed since then, for any listener. */
    async readChanges() {
      const changes = await page.evaluate(() => ({
        isSameState: window.instead.getPayment() === window.kept,
        listenerCalls: window.listenerCalls,
        events: window.recorded.events.length,
        raw: window.recorded.raw.length,
        isPolluted: Object.keys(Object.prototype).length > 0 || 'result' in {},
      }));
      return { ...changes, lines: [...lines] };
    },
    /** Navigates the popup back to Instead's page, if a sender has navigated it. */
    async returnToPayPage() {
      const address = `${service}/api/pay?session_id=session`;
      if (!popup || popup.url() === address || popup.url() === 'about:blank') return;
      await navigateItself(popup, address);
    },
    getOutcomes: () => page.evaluate(() => window.recorded.outcomes),
  };
}

/** Lets the popup navigate itself: a popup that the browser driver navigates may lose its opener. */
export async function navigateItself(popup: Page, address: string): Promise<void> {
  await Promise.all([popup.waitForEvent('load'), popup.evaluate((to) => void (location.href = to), address)]);
}

async function playService(context: BrowserContext, service: string, session: () => Promise<void>) {
  // Every address has a page, so that any origin can send.
  await context.route(/^https:|^http:\/\/instead/, (route) => html(route));
  await context.route('https://instead.co.kr/sandboxed', (route) =>
    html(route, '', { 'content-security-policy': 'sandbox allow-scripts' }),
  );
  await context.route(`${service}/api/token`, (route) => json(route, { access_token: 'token' }));
  await context.route(`${service}/api/session`, async (route) => {
    await session();
    await json(route, { session_id: 'session' });
  });
  // The real page posts `closed` when it unloads. This one does not, so that the payment is still open for a sender in its
  // place.
  await context.route(`${service}/api/pay?*`, (route) =>
    html(route, `<script>opener.postMessage({ result: 'opened' }, '*')</script>`),
  );
}

async function openFromPortal(portal: Page): Promise<Page> {
  await portal.goto('https://instead.co.kr/portal');
  const [page] = await Promise.all([
    portal.context().waitForEvent('page'),
    portal.evaluate(() => void (window.grabbed = window.open('about:blank')!)),
  ]);
  return page;
}
