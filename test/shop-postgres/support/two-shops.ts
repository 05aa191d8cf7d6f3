import type { ChildProcess } from 'node:child_process';
import { serve } from '@hono/node-server';
import { createEmulator } from 'react-instead-pay/emulator';
import type { Sql } from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { findPort, startNext, waitUntilReady } from '../../../scripts/serve-shop.js';
import { startPostgres } from './start-postgres.ts';

const SECRET = 'said-in-the-hook-uri';

export interface Shop {
  origin: string;
  /** Hands it a notice, as anybody can. The answer's status. */
  hear(notice: Record<string, string> | string): Promise<number>;
  /** Ends it without a chance to tidy up: SIGKILL. */
  kill(): Promise<void>;
}

export interface TwoShops {
  shops: readonly [Shop, Shop];
  /** What is in the database that they share. */
  sql: Sql;
  /** Whether Instead tells the shops of what happens, each of them at the same moment and three times. */
  announce: boolean;
  /** One more process of the same shop. */
  startShop(): Promise<Shop>;
  /** Asks for an order as a page of the shop does, and opens its bill at Instead. Nobody has paid yet. */
  order(shop: Shop): Promise<{ id: string; uid: string; cookie: string }>;
  pay(uid: string): Promise<void>;
}

/** Two processes of the built shop on one real PostgreSQL, started at once while it is still empty. Instead is outside. */
export function useTwoShops(): TwoShops {
  const running: (() => Promise<unknown>)[] = [];
  const site = { announce: true } as TwoShops;
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

  beforeAll(async () => {
    const { url, sql, stop } = await startPostgres();
    running.push(stop);
    const port = await findPort();
    const server = serve({ fetch: emulator.fetch, port, hostname: '127.0.0.1' });
    running.push(() => new Promise((resolve) => server.close(resolve)));
    instead = `http://127.0.0.1:${port}`;
    site.sql = sql;
    site.startShop = () => startShop(url, instead, running);
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
    const answer = await fetch(`${origin}/api/orders`, { method: 'POST', headers, body: JSON.stringify({ items }) });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const bill = (await answer.json()) as { merchantUid: string };
    const { access_token } = (await ask('/api/token', { client_id: 'two-shops' })) as { access_token: string };
    const session = (await ask('/api/session', bill, { Authorization: `Bearer ${access_token}` })) as {
      session_id: string;
    };
    const page = await emulator.fetch(new Request(`${instead}/api/pay?session_id=${session.session_id}`));
    const uid = /instead_[0-9a-f]{32}/.exec(await page.text())?.[0] ?? '';
    return { id: bill.merchantUid, uid, cookie };
  };
  site.pay = async (uid) => {
    const body = new URLSearchParams({ method: 'card' });
    await emulator.fetch(new Request(`${instead}/bill/${uid}/pay`, { method: 'POST', body }));
  };
  return site;
}

async function startShop(databaseUrl: string, instead: string, running: (() => Promise<unknown>)[]): Promise<Shop> {
  const port = await findPort();
  const child = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      DATABASE_URL: databaseUrl,
      INSTEAD_CLIENT_ID: 'two-shops',
      INSTEAD_API_URL: `${instead}/api`,
      INSTEAD_SCRIPT_SRC: `${instead}/instead-1.0.1.js`,
      INSTEAD_LOOKUP_URL: `${instead}/api/payments/{uid}`,
      INSTEAD_WEBHOOK_SECRET: SECRET,
    },
  });
  running.push(() => end(child, 'SIGTERM'));
  await waitUntilReady(child, port);
  const origin = `http://localhost:${port}`;
  return {
    origin,
    async hear(notice) {
      const query = new URLSearchParams(notice);
      query.set('key', SECRET);
      return (await fetch(`${origin}/api/webhooks/instead?${query}`)).status;
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
