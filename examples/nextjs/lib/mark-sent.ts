import { and, eq } from 'drizzle-orm';
import { transact } from '@/db/database';
import { orders } from '@/db/schema';
import { notifyChange } from './notify-change';

/** Marks an order as sent. The only statement about an order that the shop accepts from a browser. */
export const markSent = (id: string): Promise<void> =>
  transact(async (db) => {
    // The webhook may have been faster than the browser: what is paid stays paid.
    const changed = await db
      .update(orders)
      .set({ status: 'waiting', sentAt: new Date() })
      .where(and(eq(orders.id, id), eq(orders.status, 'created')))
      .returning({ id: orders.id });
    if (changed.length > 0) await notifyChange(db, id);
  });
