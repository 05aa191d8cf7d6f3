import type { OrderReport, PayRequest } from 'react-instead-pay';

/** The base URL of this Storybook: its pages, its worker and the emulator are all below it. */
const base = new URL('.', document.baseURI);

let opened: Promise<string> | undefined;

/**
 * Starts the emulator in a service worker on the Storybook's own origin and resolves with its address, once this page's
 * requests go through it.
 */
export function openSandbox(): Promise<string> {
  return (opened ??= start());
}

async function start(): Promise<string> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('This browser has no service workers here. Open the Storybook by https or on localhost.');
  }
  await navigator.serviceWorker.register(new URL('emulator-worker.js', base), { scope: base.pathname });
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  }
  return new URL('instead', base).pathname;
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

/** Sets or ends a fault of the emulator. */
export async function setFaults(address: string, faults: Record<string, string | number>): Promise<void> {
  await fetch(`${address}/faults/reset`, { method: 'POST' });
  await fetch(`${address}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(faults),
  });
}
