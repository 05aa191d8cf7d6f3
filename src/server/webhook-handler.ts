import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import { checkWebhookHandlerOptions } from './check-webhook-handler-options.ts';
import type { WebhookHandlerOptions } from './webhook-handler-options.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';
import { matchesPayload } from './matches-payload.ts';
import { parseWebhook } from './parse-webhook.ts';

/** A route's exports, from a Web `Request` to a `Response`. One function under two names: `GET` refuses HEAD itself. */
export interface WebhookHandler {
  /** Hears a notice, and answers it as the table of {@link createWebhookHandler} says. */
  GET: (request: Request) => Promise<Response>;
  /** Always 405. Exported so that no framework answers HEAD by running `GET`'s work: link scanners send it. */
  HEAD: (request: Request) => Promise<Response>;
}

/** A run that has not come back by then is joined by no further copy: it may have died with its request. */
const JOIN_WITHIN_MS = 30_000;

/**
 * Makes the route behind the Hook URI: hears Instead's notice, asks Instead whether it is true, and only then tells the
 * shop (guide, step 5).
 *
 * A notice is an unsigned GET that anybody can send, several times and in any order. Handlers run **at least once**:
 * what makes it once is `payment.idempotencyKey`, a unique row in the transaction that changes the order. There is no claim to take
 * before the work and release after it: a process that died between the two would leave the claim, every later copy
 * would be told "done", and the payment would be lost. Copies that arrive together in one process share one run.
 *
 * | answer | when, in this order |
 * |---|---|
 * | 405 | any method but GET; nothing is looked at |
 * | 403 | `secret` is set and `?key=` is not it |
 * | 400 | not a notice: see {@link parseWebhook} |
 * | 200 | `isProcessed` says so; Instead is not asked |
 * | 404 | `findOrder` finds none; Instead is not asked |
 * | 502 | `lookupPayment` threw |
 * | 409 | Instead's answer differs in status or order, or for `paid` the amount is not `totalAmt` |
 * | 500 | the shop's own code threw |
 * | 200 | the handler is through |
 *
 * Never cached, and a body that says no more than the code. `onError` hears what was thrown.
 * `testWebhookHandler` of `react-instead-pay/testing` tries the whole route.
 *
 * @throws `TypeError`, at creation, when a function is missing or `secret` is empty.
 * @example
 * // app/api/webhooks/instead/route.ts
 * import { createWebhookHandler } from 'react-instead-pay/server';
 * export const { GET, HEAD } = createWebhookHandler({
 *   findOrder: (merchantUid) => db.findOrder(merchantUid),
 *   lookupPayment: ({ insteadUid }) => askInstead(encodeURIComponent(insteadUid)),
 *   onPaid: (order, payment) =>
 *     db.transaction(async (tx) => {
 *       const { rowCount } = await tx.query('insert into payments (key) values ($1) on conflict do nothing', [payment.idempotencyKey]);
 *       if (rowCount) await tx.query("update orders set status = 'paid' where id = $1 and status = 'waiting'", [order.id]);
 *     }),
 *   onCancelled: …, onFailed: …, // likewise
 * });
 * @example
 * // Express: anything that can make a Request will do.
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
      // First, so that a copy costs one read and is answered while Instead is down. `true` alone: a query's empty list is
      // truthy, and believing it would lose the payment.
      if ((await options.isProcessed?.(idempotencyKey)) === true) return 200;
      // Before the look-up, so that made-up order numbers stay between the stranger and the shop.
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
        // The shop's reporter failed. The notice is still answered, so that Instead sends it again.
      }
      return whenThrown;
    }
  }

  function dedupe(payload: WebhookPayload): Promise<number> {
    // By the whole notice and not by the payment's key: a forged one with another order must not lend its answer to the
    // real one. A line break is in none of them.
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
    // A Response of its own for each copy: a body can be read once.
    return new Response(request.method === 'HEAD' ? null : `${status}`, { status, headers });
  }

  return { GET, HEAD: GET };
}
