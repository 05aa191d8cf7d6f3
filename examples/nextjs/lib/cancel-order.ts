import { eq } from 'drizzle-orm';
import { transact } from '@/db/database';
import { orders, tasks } from '@/db/schema';
import { dropBake } from './apply-payment';
import { notifyChange } from './notify-change';
import { enqueue } from './queue';
import { lockOrder } from './read-orders';

/** `requested`: the order is paid, and cancelled once Instead has returned the money. `done`: it is cancelled. */
export type CancelOutcome = 'requested' | 'done' | 'unknown_order';

/**
 * Cancels an order. What paid it is returned to the payer by the queue; other payments for it are not touched: each of them is in
 * the staff's list by itself. A second call returns the same and changes nothing.
 */
export const cancelOrder = (id: string, by: string): Promise<CancelOutcome> =>
  transact(async (db) => {
    const order = await lockOrder(db, id);
    if (!order) return 'unknown_order';
    if (order.status === 'cancelled') return 'done';
    const isPaid = order.status === 'paid' && order.paidBy !== null;
    if (isPaid && order.cancelledAt !== null) return 'requested';
    const now = new Date();
    const decision = { cancelledAt: now, cancelledBy: by };
    // Until then a friend may pay it. The queue asks Instead to cancel the request, too.
    const isOpen = !isPaid && order.expiresAt > now.getTime();
    await db
      .update(orders)
      .set(isPaid ? decision : { ...decision, status: 'cancelled', withdrawal: isOpen ? 'requested' : null })
      .where(eq(orders.id, id));
    if (isOpen) await enqueue(db, 'withdraw', id);
    if (isPaid) {
      // Nobody bakes for a payment that goes back.
      await dropBake(db, id);
      const refund = { reason: 'order', decision: 'refund', decidedAt: now, decidedBy: by, doneAt: null } as const;
      await db
        .insert(tasks)
        .values({ orderId: id, kind: 'refund', insteadUid: order.paidBy!, createdAt: now, ...refund })
        // A late payment that the staff accepted before has a row.
        .onConflictDoUpdate({ target: [tasks.orderId, tasks.kind, tasks.insteadUid], set: refund });
      await enqueue(db, 'refund', order.paidBy!);
    }
    await notifyChange(db, id);
    return isPaid ? 'requested' : 'done';
  });
