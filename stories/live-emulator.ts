import type { OrderReport, PayRequest } from 'react-instead-pay';

/** The base URL of this Storybook: its pages, its worker and the emulator are all below it. */
const base = new URL('.', document.baseURI);

const TIMEOUT_MS = 10_000;

let opened: Promise<string> | undefined;

/**
 * Starts the emulator in a service worker on the Storybook's own origin and resolves with its address, once this page's
 * requests go through it. Rejects with a sentence for the reader where that does not happen.
 */
export function openEmulator(): Promise<string> {
  return (opened ??= start());
}

async function start(): Promise<string> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) {
    throw new Error('This browser has no service workers here. Open the Storybook by https or on localhost.');
  }
  await serviceWorker.register(new URL('emulator-worker.js', base), { scope: base.pathname });
  await withTimeout(
    untilControlled(serviceWorker),
    'The emulator’s service worker did not start within 10 seconds. Reload the page. If it stays so, delete the data of this site in the browser, or allow service workers in it.',
  );
  return new URL('instead', base).pathname;
}

/** Resolves when a worker handles this page's requests. One that is new claims its pages; after a hard reload it has to be asked. */
async function untilControlled(serviceWorker: ServiceWorkerContainer): Promise<void> {
  const { active } = await serviceWorker.ready;
  if (serviceWorker.controller) return;
  const isControlled = new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  active?.postMessage('claim');
  await isControlled;
}

function withTimeout<Value>(work: Promise<Value>, message: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), TIMEOUT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Sends the worker a request every few seconds. A browser ends a worker that is idle for half a minute, and the emulator's data
 * would be lost while a payer still looks for a card. Returns the cleanup function.
 */
export function keepAwake(address: string): () => void {
  const timer = setInterval(() => void fetch(`${address}/clock`).catch(() => {}), 10_000);
  return () => clearInterval(timer);
}

const toAddress = (merchantUid = '') => new URL(`shop/orders/${merchantUid}`, base);

/** Creates an order on the shop's server, which also runs in the worker. */
export async function makeOrder(): Promise<PayRequest> {
  const response = await fetch(toAddress(), { method: 'POST' });
  return (await response.json()) as PayRequest;
}

/** Fetches the status of an order from it. */
export async function readOrder(merchantUid: string, { signal }: { signal: AbortSignal }): Promise<OrderReport> {
  const response = await fetch(toAddress(merchantUid), { signal });
  if (!response.ok) throw new Error(`The shop answered ${response.status}`);
  return (await response.json()) as OrderReport;
}

export type Faults = Record<string, string | number>;

const faultsChannel = 'instead-faults';

/** Fetches the faults in force, those of the dashboard and of other tabs included. */
export async function readFaults(address: string): Promise<Faults> {
  return (await (await fetch(`${address}/faults`)).json()) as Faults;
}

/** Simulates only these faults from now on, and notifies every other tab. */
export async function setFaults(address: string, faults: Faults): Promise<void> {
  await fetch(`${address}/faults/reset`, { method: 'POST' });
  await fetch(`${address}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(faults),
  });
  const channel = new BroadcastChannel(faultsChannel);
  channel.postMessage(null);
  channel.close();
}

/**
 * Calls `listener` when another tab has changed the faults, and when this page is seen again: the emulator's dashboard changes
 * them as well. Returns the cleanup function.
 */
export function subscribeToFaults(listener: () => void): () => void {
  const channel = new BroadcastChannel(faultsChannel);
  channel.onmessage = listener;
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    channel.close();
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
