import { isMerchantUid } from '../protocol/merchant-uid.ts';
import { WEBHOOK_STATUSES } from '../protocol/webhook-payload.ts';
import { checkReconcileArguments } from './check-reconcile-arguments.ts';
import type { OrderPayment, ReconcileOptions, ReconcileProblem, ReconcileReport } from './reconcile-options.ts';

type Result = Exclude<keyof ReconcileReport, 'orders' | 'problems'>;
type OrderNumber = string | { merchantUid: string };

/**
 * Processes the payments of orders whose webhook was missed. It asks Instead's API by order number, builds the webhook of each
 * payment, and calls the `process` of the shop's own handler: the same verification, the same handlers, the same idempotency key.
 *
 * For a shop whose Instead API can look up by order number. Run it on a schedule with the orders that are waiting for a payment,
 * the recently expired ones included. Two runs at once are safe, as copies of a webhook are.
 *
 * One order never ends the run: what went wrong is in `problems` of the report. The call rejects only if reading `orders` fails,
 * once the orders in progress are done.
 *
 * @param orders the order numbers, or objects with `merchantUid`, as any iterable: an array, or a cursor of the database
 * @throws `TypeError` (rejects) for wrong arguments. The message names what to pass.
 * @example
 * import { reconcile, type WebhookHandler } from 'react-instead-pay/server';
 * declare const webhook: WebhookHandler; // of createWebhookHandler
 * const report = await reconcile(await db.findWaitingOrders(), {
 *   lookupByOrder: (merchantUid, { signal }) => fetchPaymentsOfOrder(encodeURIComponent(merchantUid), signal),
 *   process: webhook.process,
 *   signal: AbortSignal.timeout(60_000),
 * });
 * if (report.failed > 0) console.warn(report.problems);
 */
export async function reconcile(
  orders: Iterable<OrderNumber> | AsyncIterable<OrderNumber>,
  options: ReconcileOptions,
): Promise<ReconcileReport> {
  checkReconcileArguments(orders, options);
  const { process, concurrency = 4, signal, onError = (error: unknown) => console.error(error) } = options;
  const report = { orders: 0, processed: 0, waiting: 0, failed: 0, aborted: 0, problems: [] as ReconcileProblem[] };

  /** Adds a problem to the report. Never rejects. */
  async function fail(problem: ReconcileProblem, error?: unknown): Promise<'failed'> {
    report.problems.push(problem);
    try {
      if (error !== undefined) await onError(error, problem.merchantUid);
    } catch {
      // The other orders are still processed.
    }
    return 'failed';
  }

  async function processPayment(merchantUid: string, payment: OrderPayment): Promise<Result> {
    const { insteadUid, status } = Object(payment) as OrderPayment;
    if (status === null) return 'waiting';
    if (!isMerchantUid(insteadUid) || !WEBHOOK_STATUSES.includes(status)) {
      const wrong = new TypeError(
        'lookupByOrder() returned an invalid payment. Return { insteadUid, status }, with status paid, cancelled, failed or null.',
      );
      return fail({ merchantUid, insteadUid: null, reason: 'invalid_payment' }, wrong);
    }
    try {
      const result = await process({ insteadUid, merchantUid, status });
      if (result.status === 200) return 'processed';
      return await fail({ merchantUid, insteadUid, reason: result.reason ?? 'process_failed' });
    } catch (error) {
      return fail({ merchantUid, insteadUid, reason: 'process_failed' }, error);
    }
  }

  async function processOrder(order: OrderNumber): Promise<Result> {
    const merchantUid = typeof order === 'string' ? order : (Object(order) as { merchantUid?: unknown }).merchantUid;
    if (!isMerchantUid(merchantUid)) {
      const wrong = new TypeError('`orders` has a value that is no order number. Pass strings, or { merchantUid }.');
      const named = typeof merchantUid === 'string' ? merchantUid : '';
      return fail({ merchantUid: named, insteadUid: null, reason: 'invalid_order' }, wrong);
    }
    let payments: readonly OrderPayment[];
    try {
      const found = await untilAborted(options.lookupByOrder(merchantUid, { signal }), signal);
      if (found != null && !Array.isArray(found)) throw new TypeError('lookupByOrder() must return an array, or null.');
      payments = found ?? [];
    } catch (error) {
      if (signal?.aborted) return 'aborted';
      return fail({ merchantUid, insteadUid: null, reason: 'lookup_failed' }, error);
    }
    const results: Result[] = [];
    // One after the other, as their webhooks were sent.
    for (const payment of payments) results.push(await processPayment(merchantUid, payment));
    return (['failed', 'processed'] as const).find((each) => results.includes(each)) ?? 'waiting';
  }

  const inProgress = new Set<Promise<void>>();
  try {
    for await (const order of orders) {
      if (signal?.aborted) break;
      report.orders++;
      const run: Promise<void> = processOrder(order).then((result) => {
        report[result]++;
        inProgress.delete(run);
      });
      inProgress.add(run);
      if (inProgress.size >= concurrency) await Promise.race(inProgress);
      if (signal?.aborted) break;
    }
  } finally {
    await Promise.all(inProgress);
  }
  return report;
}

/** Rejects when the signal is aborted: a look-up that ignores it must not delay the report. */
async function untilAborted<Value>(work: PromiseLike<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
