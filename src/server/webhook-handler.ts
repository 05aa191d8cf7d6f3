import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { checkWebhookHandlerOptions } from './check-webhook-handler-options.ts';
import type { WebhookHandlerOptions } from './webhook-handler-options.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';
import { matchesPayload } from './matches-payload.ts';
import { parseWebhook } from './parse-webhook.ts';

/** The exports of a route, from a Web `Request` to a `Response`. One function under two names: `GET` rejects HEAD itself. */
export interface WebhookHandler {
  /** Verifies a webhook, and responds as the table of {@link createWebhookHandler} lists. */
  GET: (request: Request) => Promise<Response>;
  /** Always 405. Exported so that no framework calls `GET` for a HEAD request: link scanners send one. */
  HEAD: (request: Request) => Promise<Response>;
}

/** A copy does not join a run that has taken longer than this: the run may have died with its request. */
const JOIN_WITHIN_MS = 30_000;

/**
 * Creates the route for the Hook URI: it parses Instead's webhook, verifies it with a look-up, and only then calls the shop's
 * handlers (guide, step 5).
 *
 * A webhook is an unsigned GET that anybody can send, several times and in any order. Handlers are called **at least once**;
 * `payment.idempotencyKey`, a unique row in the transaction that changes the order, makes the effect happen once. No lock is
 * taken before the work: a process that dies would leave it locked, every later copy would be answered 200, and the payment
 * would be lost. Concurrent copies in one process share one run.
 *
 * | response | when, in this order |
 * |---|---|
 * | 405 | any method but GET |
 * | 403 | `secret` is set and `?key=` differs |
 * | 400 | the query is invalid: see {@link parseWebhook} |
 * | 200 | `isProcessed` returns `true`; no look-up |
 * | 404 | `findOrder` returns `null`; no look-up |
 * | 502 | `lookupPayment` threw |
 * | 409 | the look-up differs in status or order, or for `paid` the amount is not `totalAmt` |
 * | 500 | the shop's code threw |
 * | 200 | the handler resolved |
 *
 * Responses are never cached, and the body is the code alone. `onError` is called with what was thrown.
 * `testWebhookHandler` of `react-instead-pay/testing` tests the whole route.
 *
 * @throws `TypeError`, at creation, when a function is missing or `secret` is empty.
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
 *   onCancelled: …, onFailed: …, // likewise
 * });
 * @example
 * // Express: create a Request with the full address.
 * app.all('/hook', async (req, res) => {
 *   const answer = await GET(new Request(new URL(req.originalUrl, 'https://shop.example'), { method: req.method }));
 *   res.status(answer.status).set(Object.fromEntries(answer.headers)).send(await answer.text());
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
    let whenThrown = 500;
    try {
      // First, so that a copy costs one query and gets a response while Instead is down. Only `true`: the empty array of a query
      // is truthy, and would lose the payment.
      if ((await options.isProcessed?.(idempotencyKey)) === true) return 200;
      // Before the look-up, so that invented order numbers never reach Instead.
      const order = await options.findOrder(merchantUid);
      if (!order) return 404;
      whenThrown = 502;
      const answer = await options.lookupPayment(payload);
      whenThrown = 500;
      if (!answer || !matchesPayload(answer, payload, order.totalAmt)) return 409;
      await handlers[status].call(options, order, {
        idempotencyKey,
        insteadUid,
        merchantUid,
        status,
        amount: answer.amount,
      });
      return 200;
    } catch (error) {
      try {
        await onError(error, payload);
      } catch {
        // The shop's reporter failed. The webhook still gets its response, so that Instead sends it again.
      }
      return whenThrown;
    }
  }

  function dedupe(payload: WebhookPayload): Promise<number> {
    // By the whole payload rather than the idempotency key: a forged one with another order must not share its response with
    // the real one. No field contains a line break.
    const copy = Object.values(payload).join('\n');
    const now = Date.now();
    const earlier = running.get(copy);
    if (earlier && now - earlier.since < JOIN_WITHIN_MS) return earlier.run;
    const mine = {
      since: now,
      run: process(payload).finally(() => {
        if (running.get(copy) === mine) running.delete(copy);
      }),
    };
    running.set(copy, mine);
    return mine.run;
  }

  async function answer(request: Request): Promise<number> {
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
    const status = await answer(request);
    const headers: HeadersInit = { 'Cache-Control': 'no-store' };
    if (status === 405) headers.Allow = 'GET';
    // A new Response for each copy: a body can be read once.
    return new Response(request.method === 'HEAD' ? null : `${status}`, { status, headers });
  }

  return { GET, HEAD: GET };
}
