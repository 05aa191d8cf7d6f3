import { and, eq } from 'drizzle-orm';
import { query, transact, type Db } from '@/db/database';
import { orders, payments } from '@/db/schema';
import { canLookUpByOrder, fetchInstead } from './fetch-instead';
import { findPayment, listOrderPayments } from './lookup-payment';
import { notifyChange } from './notify-change';
import type { Withdrawal } from './order';
import { findOrder } from './read-orders';
import { JobProblem } from './worker';

/**
 * Has Instead cancel the open request of an order that the staff have cancelled, so that nobody pays it any more. Not what
 * was paid: that is money, and a person decides about it.
 *
 * @throws what is in the way; the queue tries again until it is done
 */
export async function runWithdraw(orderId: string): Promise<void> {
  const order = await findOrder(orderId);
  if (order?.withdrawal !== 'requested') return;
  const numbers = await findNumbers(orderId);
  if (numbers === null) return settle(orderId, 'unknown');
  for (const insteadUid of numbers) {
    const payment = await findPayment(insteadUid);
    if (payment?.merchantUid !== orderId || payment.status === 'paid' || payment.status === 'cancelled') continue;
    const { ok, status } = await fetchInstead('cancel', insteadUid);
    // 409: it cannot be paid any more, or was paid just now.
    if (!ok && status !== 409) throw new JobProblem(`cancel_${status}`);
  }
  await settle(orderId, 'done');
}

/** Returns the numbers under which Instead has requests for an order. `null`: the shop cannot find out. */
async function findNumbers(orderId: string): Promise<readonly string[] | null> {
  if (canLookUpByOrder()) return (await listOrderPayments(orderId)).map(({ insteadUid }) => insteadUid);
  const known = await query((db) => listKnown(db, orderId));
  return known.length > 0 ? known : null;
}

async function listKnown(db: Db, orderId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ insteadUid: payments.insteadUid })
    .from(payments)
    .where(eq(payments.orderId, orderId));
  return rows.map(({ insteadUid }) => insteadUid);
}

const settle = (orderId: string, withdrawal: Withdrawal): Promise<void> =>
  transact(async (db) => {
    await db
      .update(orders)
      .set({ withdrawal })
      .where(and(eq(orders.id, orderId), eq(orders.withdrawal, 'requested')));
    await notifyChange(db, orderId);
  });
