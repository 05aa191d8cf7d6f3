import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { findMismatch } from './find-mismatch.ts';
import { createRunSharing } from './share-runs.ts';
import type { WebhookHandlerOptions, WebhookRejection, WebhookResult } from './webhook-handler-options.ts';

/** Creates the function that verifies a webhook and calls the shop's handler. Concurrent copies share one call of it. */
export function createProcessor<Order extends { totalAmt: number }>(
  options: WebhookHandlerOptions<Order>,
  onRejected: (rejection: WebhookRejection) => unknown,
  report: (error: unknown, payload: WebhookPayload) => Promise<void>,
): (payload: WebhookPayload) => Promise<WebhookResult> {
  const { sandbox = false } = options;
  const handlers = {
    paid: options.onPaid,
    cancelled: options.onCancelled,
    failed: options.onFailed,
  } satisfies Record<WebhookPayload['status'], unknown>;
  const shareRuns = createRunSharing<WebhookResult>();

  async function reject(status: 404 | 409, rejection: WebhookRejection): Promise<WebhookResult> {
    try {
      await onRejected(rejection);
    } catch (error) {
      await report(error, rejection.payload);
    }
    return { status, reason: rejection.reason };
  }

  async function verify(payload: WebhookPayload): Promise<WebhookResult> {
    const { insteadUid, merchantUid, status } = payload;
    const idempotencyKey = `${insteadUid}:${status}`;
    let statusWhenThrown: 500 | 502 = 500;
    try {
      // First, so that a copy costs one query and gets a response while Instead is down. Only `true`: a query that found nothing
      // returns an empty array, which is truthy.
      if ((await options.isProcessed?.(idempotencyKey)) === true) return { status: 200 };
      // Before the look-up, so that unknown order numbers never reach Instead.
      const order = await options.findOrder(merchantUid);
      if (!order) return await reject(404, { reason: 'order', payload, lookup: null });
      statusWhenThrown = 502;
      const lookup = await options.lookupPayment(payload);
      statusWhenThrown = 500;
      const reason = findMismatch(lookup, payload, order.totalAmt, sandbox);
      if (reason) return await reject(409, { reason, payload, lookup });
      const { amount } = lookup!;
      await handlers[status].call(options, order, { idempotencyKey, insteadUid, merchantUid, status, amount });
      return { status: 200 };
    } catch (error) {
      await report(error, payload);
      return { status: statusWhenThrown };
    }
  }

  return async (payload) => {
    // By the whole payload rather than the idempotency key: a spoofed one with another order must not share the response of the
    // real one. No field contains a line break.
    const key = Object.values(payload).join('\n');
    const result = await shareRuns(key, payload.merchantUid, () => verify(payload));
    if (result) return result;
    await report(new Error('Too many webhooks are in progress. Process this one again.'), payload);
    return { status: 502 };
  };
}
