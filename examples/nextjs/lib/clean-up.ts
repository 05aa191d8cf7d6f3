import { and, eq, inArray, isNotNull, lt, notExists } from 'drizzle-orm';
import { query, transact } from '@/db/database';
import { orderItems, orders, payments, webhooks } from '@/db/schema';

const ONE_DAY = 24 * 60 * 60 * 1000;
const MOST_AT_ONCE = 500;

/**
 * Deletes orders that were never sent, a day after they expired, and forgets the addresses that older orders came from. An order
 * that anything is known about stays: a browser may have failed to report that the request was sent.
 */
export async function cleanUp(): Promise<void> {
  const yesterday = new Date(Date.now() - ONE_DAY);
  while ((await deleteUnsent(yesterday)) === MOST_AT_ONCE);
  await query((db) =>
    db
      .update(orders)
      .set({ address: null })
      .where(and(isNotNull(orders.address), lt(orders.createdAt, yesterday))),
  );
}

const deleteUnsent = (before: Date): Promise<number> =>
  transact(async (db) => {
    const unsent = await db
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.status, 'created'),
          lt(orders.expiresAt, before),
          notExists(db.select().from(payments).where(eq(payments.orderId, orders.id))),
          notExists(db.select().from(webhooks).where(eq(webhooks.orderId, orders.id))),
        ),
      )
      .limit(MOST_AT_ONCE)
      .for('update', { skipLocked: true });
    const ids = unsent.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await db.delete(orderItems).where(inArray(orderItems.orderId, ids));
    await db.delete(orders).where(inArray(orders.id, ids));
    return ids.length;
  });
