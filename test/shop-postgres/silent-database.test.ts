import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOrderStream } from '../shop/support/open-order-stream.ts';
import type { Shop } from './support/start-shop.ts';
import { startTcpProxy, type TcpProxy } from './support/tcp-proxy.ts';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();
let proxy: TcpProxy;
let shop: Shop;

beforeAll(async () => {
  site.announce = false;
  proxy = await startTcpProxy(site.databaseUrl);
  shop = await site.startShop({}, { databaseUrl: proxy.url });
});
afterAll(() => proxy.close());

const notice = (id: string, uid: string) => ({ instead_uid: uid, merchant_uid: id, status: 'paid' });

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

const healthOf = async ({ origin }: Shop) => (await fetch(`${origin}/api/health`)).status;

test.for(['silent', 'refused'] as const)(
  'answers in time while the database is %s, and recovers without a restart',
  async (mode) => {
    const { id, uid, cookie } = await site.order(shop);
    const paid = await Promise.all(Array.from({ length: 40 }, () => site.seed()));
    await Promise.all([...paid, { uid }].map((each) => site.pay(each.uid)));
    const page = await openOrderStream(shop.origin, id, cookie);
    await page.next();
    await proxy.become(mode);

    const health = timed(() => healthOf(shop));
    const ownOrders = timed(
      async () => (await fetch(`${shop.origin}/orders/${id}`, { headers: { Cookie: cookie } })).status,
    );
    const webhooks = paid.map((each) => timed(() => shop.hear(notice(each.id, each.uid))));
    for (const { result, ms } of await Promise.all(webhooks)) {
      expect(result).toBe(500);
      expect(ms).toBeLessThan(10_000);
    }
    expect((await health).result).toBe(503);
    expect((await health).ms).toBeLessThan(3000);
    expect((await ownOrders).result).toBe(500);
    expect((await ownOrders).ms).toBeLessThan(10_000);
    // Known to be away: from now on, everything is answered at once.
    const again = await timed(() => shop.hear(notice(paid[0]!.id, paid[0]!.uid)));
    expect(again).toMatchObject({ result: 500 });
    expect(again.ms).toBeLessThan(3000);

    await proxy.become('open');
    const received = timed(async () => {
      while ((await page.next()).status !== 'paid');
    });
    expect(await site.shops[0].hear(notice(id, uid))).toBe(200);
    expect((await received).ms).toBeLessThan(5000);
    await expect.poll(() => healthOf(shop)).toBe(200);
    expect(await Promise.all(paid.map((each) => shop.hear(notice(each.id, each.uid))))).toEqual(paid.map(() => 200));
    page.leave();
  },
);

test('listens again within seconds after PostgreSQL ended its connections', async () => {
  const { id, cookie } = await site.order(shop);
  const page = await openOrderStream(shop.origin, id, cookie);
  await page.next();
  await site.sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query ilike 'listen%'`;
  const received = timed(async () => {
    while ((await page.next()).webhooks.length === 0);
  });
  expect(await site.shops[0].hear(notice(id, 'made_up'))).toBe(409);
  expect((await received).ms).toBeLessThan(5000);
  page.leave();
});

test('starts without its database, reports it in health, and opens when it is there', async () => {
  await proxy.become('refused');
  const early = await site.startShop({}, { databaseUrl: proxy.url, isWaitingForDatabase: false });
  expect(await healthOf(early)).toBe(503);
  const order = await fetch(`${early.origin}/api/orders`, {
    method: 'POST',
    headers: { Origin: early.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ productId: 'goguma', quantity: 1 }),
  });
  expect(order.status).toBe(500);
  await proxy.become('open');
  await expect.poll(() => healthOf(early)).toBe(200);
  expect((await site.order(early)).uid).not.toBe('');
});

test('writes no shopper into its log, whatever fails', async () => {
  const other = site.shops[1];
  const { id, cookie } = await site.order(other);
  await site.sql`alter table orders rename column total_amt to total_amt_gone`;
  const answer = await fetch(`${other.origin}/api/orders/${id}`, { headers: { Cookie: cookie } });
  expect(answer.status).toBe(500);
  await site.sql`alter table orders rename column total_amt_gone to total_amt`;
  await expect.poll(() => other.output()).toContain('42703');
  const [shopper = ''] = cookie.replace('shopper=', '').split('.');
  expect(shopper).toMatch(/^[0-9a-f-]{36}$/);
  expect(other.output()).not.toContain(shopper);
  expect(other.output()).not.toContain(id);
});
