import { and, asc, count, desc, eq, exists, ilike, inArray, ne, or, type SQL } from 'drizzle-orm';
import { query, type Db } from '@/db/database';
import { orderItems, orders, payments } from '@/db/schema';
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

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

/** Returns the number of the shopper's newest order, if it is of the last two days and holds the product. */
export const findRecentOrder = (shopper: string, productId: string): Promise<string | null> =>
  query(async (db) => {
    const [last] = await read(db, and(eq(orders.shopper, shopper), isSent), { most: 1 });
    const isRecent = last && last.createdAt > Date.now() - TWO_DAYS;
    return isRecent && last.items.some((item) => item.productId === productId) ? last.id : null;
  });

interface ListOptions {
  most: number;
  /** Counts orders. */
  skip: number;
  /** A part of an order's number, of a payment's number, of the name of who asks, or of a product. */
  find?: string;
}

/**
 * Returns the newest orders of all shoppers whose request was sent. Those that are searched for need not have been sent: a browser
 * may have failed to report it.
 */
export const listSentOrders = ({ find, ...page }: ListOptions): Promise<Page<Order>> =>
  query(async (db) => {
    const wanted = find ? isFound(db, find) : isSent;
    const [total] = await db.select({ count: count() }).from(orders).where(wanted);
    return { rows: await read(db, wanted, page), count: total?.count ?? 0 };
  });

function isFound(db: Db, find: string): SQL | undefined {
  // What a person types is text: `%` and `_` are no wildcards.
  const pattern = `%${find.replace(/[\\%_]/g, '\\$&')}%`;
  const inItems = and(eq(orderItems.orderId, orders.id), ilike(orderItems.productName, pattern));
  const inPayments = and(eq(payments.orderId, orders.id), ilike(payments.insteadUid, pattern));
  return or(
    ilike(orders.id, pattern),
    ilike(orders.name, pattern),
    exists(db.select().from(orderItems).where(inItems)),
    exists(db.select().from(payments).where(inPayments)),
  );
}

/** Returns which of these orders have a payment's number from Instead. */
export const listNumbered = (ids: readonly string[]): Promise<ReadonlySet<string>> =>
  query(async (db) => {
    if (ids.length === 0) return new Set();
    const rows = await db
      .selectDistinct({ orderId: payments.orderId })
      .from(payments)
      .where(inArray(payments.orderId, [...ids]));
    return new Set(rows.map(({ orderId }) => orderId));
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
  const { expiresAt, createdAt, sentAt, paidAt, cancelledAt, address: _address, checkedAt: _checkedAt, ...order } = row;
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
