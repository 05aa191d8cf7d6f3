import { expect } from 'vitest';
import type { startLookup } from './start-lookup.ts';

type Lookup = Awaited<ReturnType<typeof startLookup>>;

const query = (insteadUid: string) => `?instead_uid=${insteadUid}&merchant_uid=order-1&status=paid`;
const TIMEOUT_MS = 20_000;

const send = async (url: string, init: RequestInit = {}) =>
  (await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init })).status;

export const readOrder = async (route: string) =>
  (await (await fetch(`${route}?order`)).json()) as { status: string; timesPaid: number };

/** Sends a route what it will receive: HEAD, POST, an invalid query, a forged webhook, and ten concurrent copies of a real one. */
export async function expectWebhooks(route: string, lookup: Lookup): Promise<void> {
  expect(await send(route + query('imp_1'), { method: 'HEAD' })).toBe(405);
  // Some frameworks reject a POST by themselves.
  expect(await send(route + query('imp_1'), { method: 'POST' })).toBeGreaterThanOrEqual(400);
  expect(await send(`${route}?status=paid`)).toBe(400);
  expect(await send(route + query('..'))).toBe(400);
  expect(await send(route + query('forged'))).toBe(409);
  expect(await readOrder(route)).toMatchObject({ status: 'waiting' });
  expect(lookup.count).toBe(1);

  const copies = Array.from({ length: 10 }, () => send(route + query('imp_1')));
  expect(await Promise.all(copies)).toEqual(Array(10).fill(200));
  expect(await readOrder(route)).toMatchObject({ status: 'paid', timesPaid: 1 });
  // One for those that are concurrent. On a busy machine some come late.
  expect(lookup.count).toBeLessThan(1 + copies.length);
  const response = await fetch(route + query('imp_1'));
  expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
    200,
    'no-store',
    '200',
  ]);
}

/** Cuts off a request while its look-up is in progress. All of its copies get a response, and the order is paid once. */
export async function expectCopiesOfCutOffRequest(route: string, lookup: Lookup): Promise<void> {
  lookup.isFirstHeld = true;
  const client = new AbortController();
  const first = send(route + query('imp_1'), { signal: client.signal }).catch((error: Error) => error.name);
  await expect.poll(() => lookup.count).toBe(1);
  const copies = Array.from({ length: 9 }, () => send(route + query('imp_1')));
  client.abort();
  expect(await first).toBe('AbortError');
  expect(await Promise.all(copies)).toEqual(Array(9).fill(200));
  expect(await readOrder(route)).toMatchObject({ status: 'paid', timesPaid: 1 });
}
