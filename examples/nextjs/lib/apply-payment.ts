import { and, eq, isNull, ne } from 'drizzle-orm';
import { query, transact, type Db } from '@/db/database';
import { orders, payments, tasks, webhooks } from '@/db/schema';
import { afterPayment } from './after-payment';
import { notifyChange } from './notify-change';
import type { Order, Payment } from './order';
import { dropJob, enqueue } from './queue';
import { lockOrder } from './read-orders';
import type { RefundReason } from './refund-reason';

/**
 * Writes the payment's key, changes the order, and writes what is to be done: all of it or nothing, and once, with any number of
 * processes.
 *
 * The order's row is locked first: every other change of this order waits here. The other way round, two payments of one order
 * would wait for each other, since a payment's row locks its order's.
 */
export const applyPayment = (orderId: string, payment: Payment): Promise<void> =>
  transact(async (db) => {
    const order = await lockOrder(db, orderId);
    if (!order || !(await insertPayment(db, orderId, payment))) return;
    const circumstances = await findCircumstances(db, order, payment.insteadUid);
    const { order: next, task } = afterPayment(order, payment, circumstances);
    await db
      .update(orders)
      .set({ status: next.status, paidAt: next.paidAt === null ? null : new Date(next.paidAt), paidBy: next.paidBy })
      .where(eq(orders.id, orderId));
    if (task?.kind === 'bake') await addBake(db, orderId, payment.insteadUid);
    if (task?.kind === 'refund') await addRefund(db, orderId, payment.insteadUid, task.reason);
    if (payment.status === 'cancelled') await settleTasks(db, orderId, payment.insteadUid);
    await notifyChange(db, orderId);
  });

/** Writes a payment that Instead confirms and that does not pay the order, because of its amount or its mode: it is owed. */
export const applyOwed = (orderId: string, payment: Payment, reason: RefundReason): Promise<void> =>
  transact(async (db) => {
    const order = await lockOrder(db, orderId);
    if (!order || !(await insertPayment(db, orderId, payment))) return;
    const { isUndone } = await findCircumstances(db, order, payment.insteadUid);
    if (!isUndone) await addRefund(db, orderId, payment.insteadUid, reason);
    await notifyChange(db, orderId);
  });

/** Whether this event is committed. */
export const hasPayment = (idempotencyKey: string): Promise<boolean> =>
  query(async (db) => {
    const rows = await db.select().from(payments).where(eq(payments.idempotencyKey, idempotencyKey));
    return rows.length > 0;
  });

export async function addBake(db: Db, orderId: string, insteadUid: string): Promise<void> {
  await db.insert(tasks).values({ orderId, kind: 'bake', insteadUid, createdAt: new Date() });
  await enqueue(db, 'bake', orderId);
}

/** Nothing of an order is to be baked any more. */
export async function dropBake(db: Db, orderId: string): Promise<void> {
  await db.delete(tasks).where(and(eq(tasks.orderId, orderId), eq(tasks.kind, 'bake'), isNull(tasks.doneAt)));
  await dropJob(db, 'bake', orderId);
}

const addRefund = (db: Db, orderId: string, insteadUid: string, reason: RefundReason) =>
  db.insert(tasks).values({ orderId, kind: 'refund', insteadUid, reason, createdAt: new Date() }).onConflictDoNothing();

/** `false`: it was written before, and everything that follows from it has been done. */
async function insertPayment(db: Db, orderId: string, payment: Payment): Promise<boolean> {
  const { idempotencyKey, insteadUid, status, amount } = payment;
  const written = await db
    .insert(payments)
    .values({ idempotencyKey, orderId, insteadUid, status, amount, at: new Date() })
    .onConflictDoNothing()
    .returning({ idempotencyKey: payments.idempotencyKey });
  return written.length > 0;
}

async function findCircumstances(db: Db, { id }: Order, insteadUid: string) {
  const cancelled = and(eq(payments.insteadUid, insteadUid), eq(payments.status, 'cancelled'));
  const undone = await db.select().from(payments).where(cancelled);
  const [received] = await db
    .select({ at: webhooks.at })
    .from(webhooks)
    .where(and(eq(webhooks.orderId, id), eq(webhooks.insteadUid, insteadUid), eq(webhooks.status, 'paid')));
  const owed = await db
    .select()
    .from(tasks)
    .where(
      and(eq(tasks.orderId, id), eq(tasks.kind, 'refund'), eq(tasks.insteadUid, insteadUid), ne(tasks.reason, 'order')),
    );
  return {
    receivedAt: received?.at.getTime() ?? Date.now(),
    isUndone: undone.length > 0,
    // A late payment that the staff accepted has paid the order since.
    wasOwed: owed.some(({ decision }) => decision !== 'accept'),
  };
}

/** A payment that is cancelled has nothing to bake any more, and is what its refund was waiting for. */
async function settleTasks(db: Db, orderId: string, insteadUid: string): Promise<void> {
  const open = and(eq(tasks.orderId, orderId), eq(tasks.insteadUid, insteadUid), isNull(tasks.doneAt));
  const unbaked = await db
    .delete(tasks)
    .where(and(open, eq(tasks.kind, 'bake')))
    .returning();
  if (unbaked.length > 0) await dropJob(db, 'bake', orderId);
  await db
    .update(tasks)
    .set({ doneAt: new Date() })
    .where(and(open, eq(tasks.kind, 'refund')));
  await dropJob(db, 'refund', insteadUid);
}
