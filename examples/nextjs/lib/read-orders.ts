import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import { query, type Db } from '@/db/database';
import { orderItems, orders } from '@/db/schema';
import type { Order } from './order';

export const findOrder = (id: string): Promise<Order | null> =>
  query(async (db) => (await read(db, eq(orders.id, id), { most: 1 }))[0] ?? null);

// An order that was made and never sent is one that the shopper has given up.
const isSent = ne(orders.status, 'created');

/** Returns the newest orders of a shopper whose request was sent. */
export const listOwnOrders = (shopper: string, most: number): Promise<readonly Order[]> =>
  query((db) => read(db, and(eq(orders.shopper, shopper), isSent), { most }));

export interface Page<Row> {
  rows: readonly Row[];
  /** Of all pages. */
  count: number;
}

/** Returns the newest orders of all shoppers whose request was sent. `skip` counts orders. */
export const listSentOrders = (options: { most: number; skip: number }): Promise<Page<Order>> =>
  query(async (db) => {
    const [total] = await db.select({ count: count() }).from(orders).where(isSent);
    return { rows: await read(db, isSent, options), count: total?.count ?? 0 };
  });

/** Locks the order's row until the transaction ends. Whatever follows a payment does not need the items: they are left out. */
export async function lockOrder(db: Db, id: string): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id)).for('update');
  return row ? toOrder(row, []) : null;
}

async function read(
  db: Db,
  condition: ReturnType<typeof and>,
  { most, skip = 0 }: { most: number; skip?: number },
): Promise<Order[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(condition)
    .orderBy(desc(orders.createdAt), asc(orders.id))
    .limit(most)
    .offset(skip);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const items = await db
    .select()
    .from(orderItems)
    .where(inArray(orderItems.orderId, ids))
    .orderBy(asc(orderItems.productName));
  return rows.map((row) =>
    toOrder(
      row,
      items.filter(({ orderId }) => orderId === row.id),
    ),
  );
}

export function toOrder(row: typeof orders.$inferSelect, items: Order['items']): Order {
  const { expiresAt, createdAt, sentAt, paidAt, cancelledAt, address: _address, ...order } = row;
  return {
    ...order,
    items: items.map(({ productId, productName, price, quantity }) => ({ productId, productName, price, quantity })),
    expiresAt: expiresAt.getTime(),
    createdAt: createdAt.getTime(),
    sentAt: sentAt && sentAt.getTime(),
    paidAt: paidAt && paidAt.getTime(),
    cancelledAt: cancelledAt && cancelledAt.getTime(),
  };
}
