import { createEmulator } from '../src/emulator/index.ts';
import type { PaymentLookup } from '../src/server/index.ts';
import { createWorkerShop } from './worker-shop.ts';

/** What of a service worker is used here. The page's own types do not know it. */
interface WorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate' | 'fetch' | 'message',
    listener: (event: {
      data: unknown;
      request: Request;
      waitUntil(work: Promise<unknown>): void;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}
const worker = self as unknown as WorkerScope;

const { origin, pathname: scope } = new URL(worker.registration.scope);
const base = `${scope}instead`;
const webhooks = new BroadcastChannel('instead-webhooks');

const shop = createWorkerShop(async (insteadUid) => {
  const address = `${origin}${base}/api/payments/${encodeURIComponent(insteadUid)}`;
  const payment = (await (await emulator.fetch(new Request(address))).json()) as PaymentLookup & {
    merchant_uid: string;
    sandboxYn: '0' | '1';
  };
  return { ...payment, merchantUid: payment.merchant_uid, sandbox: payment.sandboxYn === '1' };
});

// Wherever the Storybook is hosted, its visitors "pay" only in their own browser.
const emulator = createEmulator({
  basePath: base,
  allowRemoteAccess: true,
  webhookUrl: `${origin}${base}/webhook`,
  deliver: (request) => {
    webhooks.postMessage(Object.fromEntries(new URL(request.url).searchParams));
    return shop.receive(request);
  },
});

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
// A hard reload leaves a page without its controller, and no event brings it back: the page asks.
worker.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(worker.clients.claim());
});
worker.addEventListener('fetch', (event) => {
  const asked = new URL(event.request.url);
  if (asked.origin !== origin) return;
  if (asked.pathname.startsWith(`${base}/`)) event.respondWith(emulator.fetch(event.request));
  else if (asked.pathname.startsWith(`${scope}shop/`)) event.respondWith(shop.fetch(event.request));
});
