import { createSandbox } from '../src/sandbox/index.ts';

/** What of a service worker is used here. The page's own types do not know it. */
interface WorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate' | 'fetch',
    listener: (event: {
      request: Request;
      waitUntil(work: Promise<unknown>): void;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}
const worker = self as unknown as WorkerScope;

const base = `${new URL(worker.registration.scope).pathname}instead`;
const notices = new BroadcastChannel('instead-notices');

// Wherever the Storybook is put, its visitors "pay" in their own browser alone.
const sandbox = createSandbox({
  basePath: base,
  exposeToNetwork: true,
  hookUrl: `${new URL(worker.registration.scope).origin}${base}/notice`,
  deliver: (request) => {
    notices.postMessage(Object.fromEntries(new URL(request.url).searchParams));
    return Promise.resolve(new Response(null, { status: 200 }));
  },
});

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const isOurs = origin === new URL(worker.registration.scope).origin && pathname.startsWith(`${base}/`);
  if (isOurs) event.respondWith(sandbox.fetch(event.request));
});
