import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { findMismatch } from './find-mismatch.ts';
import { createRunSharing } from './share-runs.ts';
import type {
  PaymentLookup,
  WebhookHandlerOptions,
  WebhookRejection,
  WebhookResult,
} from './webhook-handler-options.ts';

const HANDLERS = { paid: 'onPaid', cancelled: 'onCancelled', failed: 'onFailed' } as const;

/** Creates the function that verifies a webhook and calls the shop's handler. Concurrent copies share one call of it. */
export function createProcessor<Order extends { totalAmt: number }>(
  options: WebhookHandlerOptions<Order>,
  onRejected: (rejection: WebhookRejection) => unknown,
  report: (error: unknown, payload: WebhookPayload) => Promise<void>,
): (payload: WebhookPayload) => Promise<WebhookResult> {
  const shareRuns = createRunSharing<WebhookResult>();

  async function verify(payload: WebhookPayload): Promise<WebhookResult> {
    const { insteadUid, merchantUid, status } = payload;
    const idempotencyKey = `${insteadUid}:${status}`;
    let result: WebhookResult = { status: 500 };
    try {
      // First, so that a copy costs one query and gets a response while Instead is down. Only `true`: a query that found nothing
      // returns an empty array, which is truthy.
      if ((await options.isProcessed?.(idempotencyKey)) === true) return { status: 200 };
      // Before the look-up, so that unknown order numbers never reach Instead.
      const order = await options.findOrder(merchantUid);
      let reason: WebhookRejection['reason'] | undefined = 'order';
      let lookup: PaymentLookup | null = null;
      if (order) {
        result = { status: 502 };
        lookup = await options.lookupPayment(payload);
        result = { status: 500 };
        reason = findMismatch(lookup, payload, order.totalAmt, options.sandbox);
        if (!reason) {
          await options[HANDLERS[status]](order, { ...payload, idempotencyKey, amount: lookup!.amount });
          return { status: 200 };
        }
      }
      result = { status: order ? 409 : 404, reason };
      await onRejected({ reason, payload, lookup });
    } catch (error) {
      await report(error, payload);
    }
    return result;
  }

  return async (payload) => {
    // By the whole payload rather than the idempotency key: a spoofed one with another order must not share the response of the
    // real one. No field contains a line break.
    const key = Object.values(payload).join('\n');
    const result = await shareRuns(key, payload.merchantUid, () => verify(payload));
    if (result) return result;
    await report(new Error('Too many webhooks are in progress.'), payload);
    return { status: 502 };
  };
}
