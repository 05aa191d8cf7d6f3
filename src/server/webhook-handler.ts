import { InsteadError } from '../errors.ts';
import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { checkSecret, checkWebhookHandlerOptions } from './check-webhook-handler-options.ts';
import { checkPayload, invalid, parseQuery } from './parse-webhook.ts';
import { createProcessor } from './process-webhook.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';
import { toUrl } from './to-url.ts';
import type { WebhookHandlerOptions, WebhookRejection, WebhookResult } from './webhook-handler-options.ts';

/** The exports of the route for the Hook URI, as {@link createWebhookHandler} returns them. */
export interface WebhookHandler {
  /** Verifies a webhook, calls the shop's handler, and responds with a status of the table in {@link createWebhookHandler}. */
  GET: (request: Request) => Promise<Response>;
  /** Responds with 405. Export it, so that no framework calls `GET` for a HEAD request: link scanners send one. */
  HEAD: (request: Request) => Promise<Response>;
  /**
   * Processes a webhook without a `Request`: for a retry job, or a button on an admin page. `secret` is not checked.
   *
   * Rejects only with an `InsteadError` of code `invalid_webhook`, for a payload that no webhook can have.
   * @example
   * import { createWebhookHandler, type WebhookHandlerOptions } from 'react-instead-pay/server';
   * declare const options: WebhookHandlerOptions<{ totalAmt: number }>;
   * const { process } = createWebhookHandler(options);
   * const { status, reason } = await process({ insteadUid: 'imp_1', merchantUid: 'order-1042', status: 'paid' });
   */
  process: (payload: WebhookPayload) => Promise<WebhookResult>;
}

/**
 * Creates the route for the Hook URI: it parses a webhook, looks the payment up at Instead, and only then calls the shop's
 * handler (guide, step 5).
 *
 * A webhook is an unsigned GET that anybody can send, several times and in any order. Handlers are called **at least once**:
 * insert `payment.idempotencyKey` as a unique row in the transaction that changes the order. The route takes no lock
 * before the work: a process that crashes would leave the payment locked, and it would be lost. Concurrent copies in one process
 * share one run.
 *
 * | response | when, in this order |
 * |---|---|
 * | 405 | any method but GET |
 * | 403 | `secret` is set and `?key=` differs; 500 if its function returns nothing |
 * | 400 | the query is invalid: see {@link parseWebhook} |
 * | 200 | `isProcessed` returns `true`; no look-up |
 * | 404 | `findOrder` returns `null`; no look-up |
 * | 502 | `lookupPayment` threw |
 * | 409 | the look-up returns `null` or differs in payment, order, status or mode, or for `paid` the amount is not `totalAmt` |
 * | 500 | the shop's code threw, or returned what cannot be compared, such as an amount as text |
 * | 200 | the handler resolved |
 *
 * Responses have `Cache-Control: no-store`, and the body is only the code. `onRejected` is called for 404 and 409, `onError` for
 * every other code but 200.
 * `testWebhookHandler` of `react-instead-pay/testing` tests the whole route.
 *
 * @throws `TypeError` at creation when a function is missing or `secret` is empty. `GET` and `HEAD` reject with a `TypeError` that
 * names what to pass for a framework's event or a relative URL.
 * @example
 * // app/api/webhooks/instead/route.ts
 * import { createWebhookHandler } from 'react-instead-pay/server';
 * export const { GET, HEAD } = createWebhookHandler({
 *   findOrder: (merchantUid) => db.findOrder(merchantUid),
 *   lookupPayment: ({ insteadUid }) => fetchPayment(encodeURIComponent(insteadUid)),
 *   onPaid: (order, payment) =>
 *     db.transaction(async (tx) => {
 *       const { rowCount } = await tx.query('insert into payments (key) values ($1) on conflict do nothing', [payment.idempotencyKey]);
 *       if (rowCount) await tx.query("update orders set status = 'paid' where id = $1 and status in ('waiting', 'failed')", [order.id]);
 *     }),
 *   onCancelled: (order, payment) => db.cancelOrder(order.id, payment.idempotencyKey),
 *   onFailed: (order, payment) => db.failOrder(order.id, payment.idempotencyKey),
 * });
 */
export function createWebhookHandler<Order extends { totalAmt: number }>(
  options: WebhookHandlerOptions<Order>,
): WebhookHandler {
  checkWebhookHandlerOptions(options);
  const { secret, onRejected = logReason, onError = logError } = options;
  const processWebhook = createProcessor(options, onRejected, report);

  async function report(error: unknown, payload: WebhookPayload | null): Promise<void> {
    try {
      await onError(error, payload);
    } catch {
      // The webhook still gets its response, so that Instead sends it again.
    }
  }

  async function GET(request: Request): Promise<Response> {
    const { searchParams } = toUrl(request);
    let status = 405;
    try {
      if (request.method !== 'GET') throw invalid('method', 'must be GET.');
      status = 500;
      if (secret !== undefined) {
        const key = typeof secret === 'function' ? secret.call(options) : secret;
        checkSecret(key);
        status = 403;
        if (!timingSafeEqual(searchParams.get('key') ?? '', key)) throw invalid('key', 'must be `secret`.');
      }
      status = 400;
      const payload = parseQuery(searchParams);
      ({ status } = await processWebhook(payload));
    } catch (error) {
      await report(error, null);
    }
    const headers: HeadersInit = { 'Cache-Control': 'no-store' };
    if (status === 405) headers.Allow = 'GET';
    // A new Response for each copy: a body can be read once.
    return new Response(request.method === 'HEAD' ? null : `${status}`, { status, headers });
  }

  return { GET, HEAD: GET, process: async (payload) => processWebhook(checkPayload(payload)) };
}

const logReason = ({ reason }: WebhookRejection) => console.warn(`Webhook rejected: ${reason}`);

function logError(error: unknown): void {
  // Anybody can send a request that is not a webhook. Production builds reduce its message to the code.
  if (error instanceof InsteadError) console.warn(`Webhook invalid: ${JSON.stringify(error.issues)}`);
  else console.error(error);
}
