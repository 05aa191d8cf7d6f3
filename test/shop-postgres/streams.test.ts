import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOrderStream } from '../shop/support/open-order-stream.ts';
import type { Shop } from './support/start-shop.ts';
import { startTcpProxy, type TcpProxy } from './support/tcp-proxy.ts';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();
const PAGES = 150;
let proxy: TcpProxy;
let shop: Shop;

beforeAll(async () => {
  site.announce = false;
  proxy = await startTcpProxy(site.databaseUrl);
  shop = await site.startShop({}, { databaseUrl: proxy.url });
});
afterAll(() => proxy.close());

test('reads with a few queries what changed together, however many pages are open', async () => {
  const orders: Awaited<ReturnType<typeof site.order>>[] = [];
  for (let index = 0; index < PAGES; index++) orders.push(await site.order(shop));
  const pages = await Promise.all(orders.map(({ id, cookie }) => openOrderStream(shop.origin, id, cookie)));
  await Promise.all(pages.map((page) => page.next()));
  const ids = orders.map(({ id }) => id);
  const change = async (status: string) => {
    const before = proxy.countSent();
    await site.sql.begin(async (sql) => {
      await sql`update orders set status = ${status} where id in ${sql(ids)}`;
      await sql`select pg_notify('shop_order_changed', id) from orders where id in ${sql(ids)}`;
    });
    const isShown = async (page: (typeof pages)[number]) => {
      while ((await page.next()).status !== status);
    };
    await Promise.all(pages.map(isShown));
    return proxy.countSent() - before;
  };
  // The first time something may still be on its way from the pages' opening.
  await change('waiting');
  // The heartbeat and the queue ask, too, each once a second.
  expect(await change('failed')).toBeLessThan(PAGES / 5);
  for (const page of pages) page.leave();
});

test('shows a page that its order has expired, though nobody reports it', async () => {
  const { id, cookie } = await site.order(shop);
  await site.sql`update orders set status = 'waiting', expires_at = now() + interval '3 seconds' where id = ${id}`;
  const page = await openOrderStream(shop.origin, id, cookie);
  expect((await page.next()).status).toBe('waiting');
  while ((await page.next()).status !== 'expired');
  page.leave();
});
