import type { OrderReport, PayRequest } from 'react-instead-pay';

/** Where this Storybook is put: its pages, its worker and the emulator all live below. */
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
 * Asks the worker something now and then. A browser ends one that nobody asks for half a minute, and with it goes all that
 * the emulator knows, while a friend still looks for their card. Returns the undo.
 */
export function keepAwake(address: string): () => void {
  const timer = setInterval(() => void fetch(`${address}/clock`).catch(() => {}), 10_000);
  return () => clearInterval(timer);
}

const toAddress = (merchantUid = '') => new URL(`shop/orders/${merchantUid}`, base);

/** Has an order made by the shop's server, which is in the worker as well. */
export async function makeOrder(): Promise<PayRequest> {
  const response = await fetch(toAddress(), { method: 'POST' });
  return (await response.json()) as PayRequest;
}

/** Asks it where an order stands. */
export async function readOrder(merchantUid: string, { signal }: { signal: AbortSignal }): Promise<OrderReport> {
  const response = await fetch(toAddress(merchantUid), { signal });
  if (!response.ok) throw new Error(`The shop answered ${response.status}`);
  return (await response.json()) as OrderReport;
}

/** Lets something go wrong in the emulator, or heals it. */
export async function setFaults(address: string, faults: Record<string, string | number>): Promise<void> {
  await fetch(`${address}/faults/reset`, { method: 'POST' });
  await fetch(`${address}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(faults),
  });
}
