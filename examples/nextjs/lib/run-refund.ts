import { and, eq, isNull } from 'drizzle-orm';
import { query } from '@/db/database';
import { tasks } from '@/db/schema';
import { applyPayment } from './apply-payment';
import { fetchInstead } from './fetch-instead';
import { lookupPayment } from './lookup-payment';
import { JobProblem } from './worker';

/**
 * Has Instead cancel a payment, and looks the result up: the refund is done when Instead confirms it, and not when it accepted the
 * request. A second call for a cancelled payment changes nothing there.
 *
 * @throws what is in the way; the queue tries again until it is done
 */
export async function runRefund(insteadUid: string): Promise<void> {
  const isWanted = and(
    eq(tasks.kind, 'refund'),
    eq(tasks.insteadUid, insteadUid),
    eq(tasks.decision, 'refund'),
    isNull(tasks.doneAt),
  );
  const [task] = await query((db) => db.select().from(tasks).where(isWanted));
  if (!task) return;
  const response = await fetchInstead('cancel', insteadUid);
  if (response.status === 404) throw new JobProblem('unknown_payment');
  // 409: cancelled before, perhaps at Instead's own site, and the webhook was lost.
  if (!response.ok && response.status !== 409) throw new JobProblem(`cancel_${response.status}`);
  const payment = await lookupPayment({ insteadUid });
  if (payment?.status !== 'cancelled') throw new JobProblem('not_cancelled_yet');
  const idempotencyKey = `${insteadUid}:cancelled`;
  await applyPayment(task.orderId, { idempotencyKey, insteadUid, status: 'cancelled', amount: payment.amount });
}
