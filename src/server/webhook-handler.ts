import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { checkWebhookHandlerOptions } from './check-webhook-handler-options.ts';
import type { WebhookHandlerOptions } from './webhook-handler-options.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';
import { matchesPayload } from './matches-payload.ts';
import { parseWebhook } from './parse-webhook.ts';

/** The exports of the route for the Hook URI, as {@link createWebhookHandler} returns them. */
export interface WebhookHandler {
  /** Verifies a webhook, calls the shop's handler, and responds with a status of the table in {@link createWebhookHandler}. */
  GET: (request: Request) => Promise<Response>;
  /** Responds with 405. Export it, so that no framework calls `GET` for a HEAD request: link scanners send one. */
  HEAD: (request: Request) => Promise<Response>;
}

// A host may end a run together with its request. A copy does not join a run that is older than this.
const JOIN_WITHIN_MS = 30_000;

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
 * | 403 | `secret` is set and `?key=` differs |
 * | 400 | the query is invalid: see {@link parseWebhook} |
 * | 200 | `isProcessed` returns `true`; no look-up |
 * | 404 | `findOrder` returns `null`; no look-up |
 * | 502 | `lookupPayment` threw |
 * | 409 | the look-up returns `null` or differs in status, order or payment, or for `paid` the amount is not `totalAmt` |
 * | 500 | the shop's code threw |
 * | 200 | the handler resolved |
 *
 * Responses have `Cache-Control: no-store`, and the body is only the code. `onError` is called for 500 and 502.
 * `testWebhookHandler` of `react-instead-pay/testing` tests the whole route.
 *
 * @throws `TypeError` at creation when a function is missing or `secret` is empty.
 * @example
 * // app/api/webhooks/instead/route.ts
 * import { createWebhookHandler } from 'react-instead-pay/server';
 * export const { GET, HEAD } = createWebhookHandler({
 *   findOrder: (merchantUid) => db.findOrder(merchantUid),
 *   lookupPayment: ({ insteadUid }) => fetchPayment(encodeURIComponent(insteadUid)),
 *   onPaid: (order, payment) =>
 *     db.transaction(async (tx) => {
 *       const { rowCount } = await tx.query('insert into payments (key) values ($1) on conflict do nothing', [payment.idempotencyKey]);
 *       if (rowCount) await tx.query("update orders set status = 'paid' where id = $1 and status = 'waiting'", [order.id]);
 *     }),
 *   onCancelled: (order, payment) => db.cancelOrder(order.id, payment.idempotencyKey),
 *   onFailed: (order, payment) => db.failOrder(order.id, payment.idempotencyKey),
 * });
 * @example
 * // Express: create a Request with the full address.
 * app.all('/api/webhooks/instead', async (req, res) => {
 *   const response = await GET(new Request(new URL(req.originalUrl, 'https://shop.example'), { method: req.method }));
 *   res.status(response.status).set(Object.fromEntries(response.headers)).send(await response.text());
 * });
 */
export function createWebhookHandler<Order extends { totalAmt: number }>(
  options: WebhookHandlerOptions<Order>,
): WebhookHandler {
  const problem = checkWebhookHandlerOptions(options);
  if (problem) throw new TypeError(problem);
  const { secret, onError = (error: unknown) => console.error(error) } = options;
  const handlers = {
    paid: options.onPaid,
    cancelled: options.onCancelled,
    failed: options.onFailed,
  } satisfies Record<WebhookPayload['status'], unknown>;
  const running = new Map<string, { since: number; run: Promise<number> }>();

  async function process(payload: WebhookPayload): Promise<number> {
    const { insteadUid, merchantUid, status } = payload;
    const idempotencyKey = `${insteadUid}:${status}`;
    let codeWhenThrown = 500;
    try {
      // First, so that a copy costs one query and gets a response while Instead is down. Only `true`: a query that found nothing
      // returns an empty array, which is truthy.
      if ((await options.isProcessed?.(idempotencyKey)) === true) return 200;
      // Before the look-up, so that invented order numbers never reach Instead.
      const order = await options.findOrder(merchantUid);
      if (!order) return 404;
      codeWhenThrown = 502;
      const lookup = await options.lookupPayment(payload);
      codeWhenThrown = 500;
      if (!lookup || !matchesPayload(lookup, payload, order.totalAmt)) return 409;
      await handlers[status].call(options, order, {
        idempotencyKey,
        insteadUid,
        merchantUid,
        status,
        amount: lookup.amount,
      });
      return 200;
    } catch (error) {
      try {
        await onError(error, payload);
      } catch {
        // The webhook still gets its response, so that Instead sends it again.
      }
      return codeWhenThrown;
    }
  }

  function dedupe(payload: WebhookPayload): Promise<number> {
    // By the whole payload rather than the idempotency key: a spoofed one with another order must not share the response of the
    // real one. No field contains a line break.
    const copy = Object.values(payload).join('\n');
    const now = Date.now();
    const earlier = running.get(copy);
    if (earlier && now - earlier.since < JOIN_WITHIN_MS) return earlier.run;
    const current = {
      since: now,
      run: process(payload).finally(() => {
        if (running.get(copy) === current) running.delete(copy);
      }),
    };
    running.set(copy, current);
    return current.run;
  }

  async function respond(request: Request): Promise<number> {
    if (request.method !== 'GET') return 405;
    const query = new URL(request.url).searchParams;
    if (secret !== undefined && !timingSafeEqual(query.get('key') ?? '', secret)) return 403;
    let payload: WebhookPayload;
    try {
      payload = parseWebhook(query);
    } catch {
      return 400;
    }
    return dedupe(payload);
  }

  async function GET(request: Request): Promise<Response> {
    const status = await respond(request);
    const headers: HeadersInit = { 'Cache-Control': 'no-store' };
    if (status === 405) headers.Allow = 'GET';
    // A new Response for each copy: a body can be read once.
    return new Response(request.method === 'HEAD' ? null : `${status}`, { status, headers });
  }

  return { GET, HEAD: GET };
}
