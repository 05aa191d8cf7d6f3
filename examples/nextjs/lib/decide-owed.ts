import { and, eq } from 'drizzle-orm';
import { transact, type Db } from '@/db/database';
import { orders, tasks } from '@/db/schema';
import { addBake } from './apply-payment';
import { notifyChange } from './notify-change';
import { enqueue } from './queue';
import { lockOrder } from './read-orders';

/** `requested`: the queue has Instead return the money. `accepted`: it pays the order. `not_owed`: no such payment is owed. */
export type OwedOutcome = 'requested' | 'accepted' | 'not_owed' | 'order_changed';

/**
 * Refunds one payment that was not due. Its order does not change: what paid it stays. A second call returns the
 * same and changes nothing.
 */
export const refundPayment = (orderId: string, insteadUid: string, by: string): Promise<OwedOutcome> =>
  transact(async (db) => {
    const order = await lockOrder(db, orderId);
    const task = order && (await findTask(db, orderId, insteadUid));
    if (!task || task.decision === 'accept') return 'not_owed';
    if (task.decision === 'refund') return 'requested';
    // Returned at Instead's own site.
    if (task.doneAt) return 'not_owed';
    await decide(db, orderId, insteadUid, { decision: 'refund', decidedBy: by, decidedAt: new Date() });
    await enqueue(db, 'refund', insteadUid);
    await notifyChange(db, orderId);
    return 'requested';
  });

/** Accepts a late payment: it pays the order after all. `order_changed`: another payment did, or the order was cancelled. */
export const acceptPayment = (orderId: string, insteadUid: string, by: string): Promise<OwedOutcome> =>
  transact(async (db) => {
    const order = await lockOrder(db, orderId);
    const task = order && (await findTask(db, orderId, insteadUid));
    if (!order || task?.reason !== 'late') return 'not_owed';
    if (task.decision === 'accept') return 'accepted';
    if (task.decision === 'refund' || task.doneAt) return 'not_owed';
    if (order.status === 'paid' || order.status === 'cancelled') return 'order_changed';
    const now = new Date();
    await decide(db, orderId, insteadUid, { decision: 'accept', decidedBy: by, decidedAt: now, doneAt: now });
    await db.update(orders).set({ status: 'paid', paidAt: now, paidBy: insteadUid }).where(eq(orders.id, orderId));
    await addBake(db, orderId, insteadUid);
    await notifyChange(db, orderId);
    return 'accepted';
  });

const isTask = (orderId: string, insteadUid: string) =>
  and(eq(tasks.orderId, orderId), eq(tasks.kind, 'refund'), eq(tasks.insteadUid, insteadUid));

async function findTask(db: Db, orderId: string, insteadUid: string) {
  const [task] = await db.select().from(tasks).where(isTask(orderId, insteadUid));
  return task ?? null;
}

const decide = (db: Db, orderId: string, insteadUid: string, decision: Partial<typeof tasks.$inferInsert>) =>
  db.update(tasks).set(decision).where(isTask(orderId, insteadUid));
