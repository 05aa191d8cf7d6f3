import { and, eq, isNull } from 'drizzle-orm';
import { transact } from '@/db/database';
import { tasks } from '@/db/schema';
import { notifyChange } from './notify-change';
import { lockOrder } from './read-orders';

/**
 * Hands a paid order to the kitchen. A shop prints its ticket here, before the row is marked: at least once, since a process can
 * die between the two.
 */
export const runBake = (orderId: string): Promise<void> =>
  transact(async (db) => {
    const order = await lockOrder(db, orderId);
    // Cancelled meanwhile: nothing to bake.
    if (order?.status !== 'paid') return;
    await db
      .update(tasks)
      .set({ doneAt: new Date() })
      .where(and(eq(tasks.orderId, orderId), eq(tasks.kind, 'bake'), isNull(tasks.doneAt)));
    await notifyChange(db, orderId);
  });
