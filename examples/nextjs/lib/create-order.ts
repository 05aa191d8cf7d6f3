// cspell:ignore xact hashtextextended
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { transact, type Db } from '@/db/database';
import { orderItems, orders } from '@/db/schema';
import { readLimits } from './settings';
import type { NewOrder, Order } from './order';
import { toOrder } from './read-orders';

const ONE_HOUR = 60 * 60 * 1000;

/**
 * Creates an order. `null`: this shopper, or this address, has made as many within an hour as `settings.ts` allows.
 *
 * `address`: a hash of it, from `client-address.ts`.
 */
export function createOrder({ items, expiresAt, ...order }: NewOrder, address: string): Promise<Order | null> {
  const limits = readLimits();
  return transact(async (db) => {
    // In a fixed order, so that two requests of one shopper at two addresses cannot wait for each other.
    for (const each of [`address ${address}`, `shopper ${order.shopper}`]) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${each}, 0))`);
    }
    if ((await countRecent(db, eq(orders.address, address))) >= limits.perAddress) return null;
    if ((await countRecent(db, eq(orders.shopper, order.shopper))) >= limits.perShopper) return null;
    // Not to be guessed: it is in addresses, and Instead passes it on.
    const id = `order-${crypto.randomUUID()}`;
    const row = { ...order, id, address, expiresAt: new Date(expiresAt), createdAt: new Date() };
    const [written] = await db
      .insert(orders)
      .values({ ...row, status: 'created' })
      .returning();
    await db.insert(orderItems).values(items.map((item) => ({ ...item, orderId: id })));
    return toOrder(written!, items);
  });
}

async function countRecent(db: Db, whose: ReturnType<typeof eq>): Promise<number> {
  const since = new Date(Date.now() - ONE_HOUR);
  const [row] = await db
    .select({ count: count() })
    .from(orders)
    .where(and(whose, gt(orders.createdAt, since)));
  return row?.count ?? 0;
}
