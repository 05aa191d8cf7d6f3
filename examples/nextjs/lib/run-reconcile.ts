import { and, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { reconcile, type OrderPayment, type WebhookPayload } from 'react-instead-pay/server';
import { query } from '@/db/database';
import { orders } from '@/db/schema';
import { canLookUpByOrder } from './fetch-instead';
import { listOrderPayments, toLookup } from './lookup-payment';
import { receiveFound } from './receive-webhook';

const MOST_AT_ONCE = 500;
// Well within the time for which the job is claimed.
const LONGEST_MS = 25_000;
const MOST_FAILURES = 5;

/**
 * Looks up the payments of the orders that are unpaid in the shop's database: a webhook may have been lost. What it finds goes
 * through the inbox like a webhook. Resolves with whether there may be more orders to look up.
 *
 * Recently expired orders and cancelled ones are asked for, too: money that came in for them must not stay out of sight.
 */
export async function runReconcile(): Promise<boolean> {
  if (!canLookUpByOrder()) return false;
  const due = await listDue();
  const ending = new AbortController();
  const limit = setTimeout(() => ending.abort(), LONGEST_MS);
  const paidAt = new Map<string, number>();
  // The orders whose answers this run uses. One that it gives up on is looked up by the next run, and not only minutes later.
  const checked = new Set<string>();
  let failures = 0;
  const report = await reconcile(due, {
    signal: ending.signal,
    async lookupByOrder(orderId, { signal }) {
      const found = await listOrderPayments(orderId, signal);
      if (!signal?.aborted) checked.add(orderId);
      return found.flatMap((payment): OrderPayment[] => {
        const lookup = toLookup(payment);
        if (!lookup) return [];
        paidAt.set(payment.insteadUid, payment.paidAt ?? Date.now());
        return [{ insteadUid: payment.insteadUid, status: lookup.status }];
      });
    },
    async process(payload: WebhookPayload) {
      const { status } = await receiveFound(payload, paidAt.get(payload.insteadUid) ?? Date.now());
      return { status };
    },
    onError(_, orderId) {
      checked.delete(orderId);
      // Instead is down. The next run asks again, and there is no use in asking for hundreds of orders until then.
      if (++failures === MOST_FAILURES) ending.abort();
    },
  }).finally(() => clearTimeout(limit));
  await markChecked([...checked]);
  if (failures > 0)
    console.error(`The payments of ${failures} orders could not be looked up. They are looked up again.`);
  return report.orders === MOST_AT_ONCE && failures === 0;
}

/** Returns the orders to ask for: the longer ago they were made, the less often. Those that were never asked for come first. */
const listDue = (): Promise<string[]> =>
  query(async (db) => {
    const pause = sql`greatest(interval '5 minutes', (now() - ${orders.createdAt}) / 10)`;
    const rows = await db
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          ne(orders.status, 'paid'),
          gt(orders.expiresAt, sql`now() - interval '1 day'`),
          or(isNull(orders.checkedAt), lt(orders.checkedAt, sql`now() - ${pause}`)),
        ),
      )
      .orderBy(sql`${orders.checkedAt} nulls first`)
      .limit(MOST_AT_ONCE);
    return rows.map(({ id }) => id);
  });

const markChecked = (orderIds: string[]): Promise<unknown> =>
  query((db) =>
    db
      .update(orders)
      .set({ checkedAt: sql`now()` })
      .where(inArray(orders.id, orderIds)),
  );
