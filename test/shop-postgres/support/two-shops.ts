import { serve } from '@hono/node-server';
import { createEmulator } from 'react-instead-pay/emulator';
import type { Sql } from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { findPort } from '../../../scripts/serve-shop.js';
import { startPostgres } from './start-postgres.ts';
import { startShop, type Shop } from './start-shop.ts';

export interface SeededOrder {
  /** @default 24 hours */
  expiresInMs?: number;
  /**
   * Whether the periodic job may look its payments up as soon as it is there.
   *
   * @default true
   */
  isDue?: boolean;
}

export interface TwoShops {
  shops: readonly [Shop, Shop];
  /** What is in the database that they share. */
  sql: Sql;
  databaseUrl: string;
  /** Whether Instead sends the shops a webhook of what happens, each of them at the same moment and three times. */
  announce: boolean;
  /** What Instead's server does with a look-up or a cancellation before it answers. `signal`: the shop has ended the request. */
  onApiCall: (path: string, signal: AbortSignal) => Response | void | Promise<Response | void>;
  /** One more process of the same shop. */
  startShop(
    env?: Record<string, string>,
    settings?: { databaseUrl?: string; isWaitingForDatabase?: boolean },
  ): Promise<Shop>;
  /** Orders as a page of the shop does, and opens the payment at Instead. Nobody has paid yet. */
  order(shop: Shop): Promise<{ id: string; uid: string; cookie: string }>;
  /** Writes an order into the database whose request was sent, and opens its payment at Instead. Much faster. */
  seed(order?: SeededOrder): Promise<{ id: string; uid: string }>;
  /** Opens one more payment for an order. The amount is the order's, unless given. */
  openPayment(id: string, totalAmt?: number, sandboxYn?: '0' | '1'): Promise<string>;
  pay(uid: string): Promise<void>;
  decline(uid: string): Promise<void>;
  /** The status of a payment at Instead. */
  statusAt(uid: string): Promise<string>;
}

/**
 * Two processes of the built shop on one real PostgreSQL, started at once while it is still empty. Instead is outside.
 *
 * `hasLookupByOrder`: the shops know the address at which Instead lists the payments of an order.
 */
export function useTwoShops({ hasLookupByOrder = false } = {}): TwoShops {
  const running: (() => Promise<unknown>)[] = [];
  const site = { announce: true, onApiCall: () => {} } as unknown as TwoShops;
  let instead: string;

  const emulator = createEmulator({
    webhookUrl: 'http://localhost/api/webhooks/instead',
    delivery: 'three_at_once',
    async deliver({ url }) {
      if (!site.announce) return new Response('200');
      const answers = await Promise.all(site.shops.map(({ hear }) => hear(new URL(url).search)));
      return new Response(null, { status: Math.max(...answers) });
    },
  });

  const ask = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } };
    const answer = await emulator.fetch(new Request(`${instead}${path}`, { ...init, body: JSON.stringify(body) }));
    return answer.json() as Promise<unknown>;
  };

  // The shops ask over the network; what the tests do themselves does not pass through here.
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const replaced = pathname.startsWith('/api/payments')
      ? await site.onApiCall(pathname + search, request.signal)
      : undefined;
    return replaced ?? emulator.fetch(request);
  };

  beforeAll(async () => {
    const { url, sql, stop } = await startPostgres();
    running.push(stop);
    const port = await findPort();
    const server = serve({ fetch: answer, port, hostname: '127.0.0.1' });
    running.push(async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    instead = `http://127.0.0.1:${port}`;
    site.sql = sql;
    site.databaseUrl = url;
    site.startShop = async (env, { databaseUrl = url, isWaitingForDatabase } = {}) => {
      const byOrder: Record<string, string> = hasLookupByOrder
        ? { INSTEAD_LOOKUP_BY_ORDER_URL: `${instead}/api/payments?merchant_uid={order}` }
        : {};
      const shop = await startShop({ databaseUrl, instead, env: { ...byOrder, ...env }, isWaitingForDatabase });
      running.push(() => shop.kill());
      return shop;
    };
    site.shops = await Promise.all([site.startShop(), site.startShop()]);
  });
  afterAll(async () => {
    for (const stop of running.reverse()) await stop();
  });

  site.order = async ({ origin }) => {
    const items = [
      { productId: 'hotteok', quantity: 2 },
      { productId: 'goguma', quantity: 1 },
    ];
    const headers = { 'Content-Type': 'application/json', Origin: origin };
    const made = await fetch(`${origin}/api/orders`, { method: 'POST', headers, body: JSON.stringify({ items }) });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    const order = (await made.json()) as { merchantUid: string };
    return { id: order.merchantUid, uid: await openSession(order), cookie };
  };
  site.seed = async ({ expiresInMs = 24 * 60 * 60 * 1000, isDue = true } = {}) => {
    const id = `order-${crypto.randomUUID()}`;
    const expiresAt = new Date(Date.now() + expiresInMs);
    await site.sql`
      insert into orders (id, shopper, status, total_amt, expires_at, checked_at, created_at, sent_at)
      values (${id}, ${crypto.randomUUID()}, 'waiting', 9000, ${expiresAt},
        case when ${isDue} then null else now() end, now(), now())`;
    return { id, uid: await site.openPayment(id) };
  };
  site.openPayment = (id, totalAmt = 9000, sandboxYn = '1') =>
    openSession({
      merchantUid: id,
      name: '김붕어',
      itemList: [{ itemName: '씨앗 호떡', itemAmt: '2', imgUrl: '', orderUrl: 'https://shop.example' }],
      payEndDttm: String(Date.now() + 60 * 60 * 1000),
      sandboxYn,
      totalAmt,
    });

  async function openSession(order: object): Promise<string> {
    const { access_token } = (await ask('/api/token', { client_id: 'two-shops' })) as { access_token: string };
    const session = (await ask('/api/session', order, { Authorization: `Bearer ${access_token}` })) as {
      session_id: string;
    };
    const page = await emulator.fetch(new Request(`${instead}/api/pay?session_id=${session.session_id}`));
    return /instead_[0-9a-f]{32}/.exec(await page.text())?.[0] ?? '';
  }

  const post = async (path: string, fields: Record<string, string>): Promise<void> => {
    await emulator.fetch(new Request(`${instead}${path}`, { method: 'POST', body: new URLSearchParams(fields) }));
  };
  site.pay = (uid) => post(`/checkout/${uid}/pay`, { method: 'card' });
  site.decline = (uid) => post(`/checkout/${uid}/decline`, {});
  site.statusAt = async (uid) => {
    const found = await emulator.fetch(new Request(`${instead}/api/payments/${uid}`));
    return ((await found.json()) as { status: string }).status;
  };
  return site;
}
