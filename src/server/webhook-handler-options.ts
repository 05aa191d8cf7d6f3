import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

/** What Instead itself says of a payment when it is asked (guide, steps 5 and 6). */
export interface PaymentLookup {
  /** What has become of the payment. A notice that says otherwise is refused with 409. */
  status: WebhookStatus;
  /** What was paid, in won, as a number. `'3000'` is not `3000`: text is refused with 409. */
  amount: number;
  /**
   * The order that the payment was made for. Give it whenever Instead's answer has it: it is compared, and without it
   * one payment can be shown for another order of the same price.
   */
  merchantUid?: string | null;
  /** The payment's number as Instead writes it. Compared when given: one payment cannot come under two spellings. */
  insteadUid?: string | null;
}

/** One event of a payment, confirmed by Instead: what the shop's handlers are given. */
export interface VerifiedPayment {
  /** `${insteadUid}:${status}`: write it as a unique row in the transaction that changes the order. */
  idempotencyKey: string;
  /** Instead's own number of the payment. */
  insteadUid: string;
  /** The shop's order number. */
  merchantUid: string;
  /** What has become of it. */
  status: WebhookStatus;
  /** What Instead's answer says, in won. For `paid` it is the order's `totalAmt`; otherwise nobody has compared it. */
  amount: number;
}

/** What a shop tells {@link createWebhookHandler} about itself. */
export interface WebhookHandlerOptions<Order extends { totalAmt: number } = { totalAmt: number }> {
  /**
   * Finds the shop's order by its number. What it returns goes to the handlers, with all its own fields.
   *
   * `totalAmt` is what is due, in won, from the shop's own books: a positive whole number. None found: `null`, hence 404.
   */
  findOrder: (merchantUid: string) => PromiseLike<Order | null | undefined>;
  /**
   * Asks Instead what became of the payment (guide, steps 5 and 6; the API's address is in the admin site).
   *
   * The number comes from a stranger: put it through `encodeURIComponent` on its way into an address, or
   * `real-number?x` is looked up as `real-number` and its payment counts twice. `null`: Instead knows no such payment
   * (409). Throw for everything else, and on a time-out of your own, `AbortSignal.timeout(5000)` say: 502, and the next
   * copy tries again.
   */
  lookupPayment: (payload: WebhookPayload) => PromiseLike<PaymentLookup | null>;
  /**
   * Somebody has paid, Instead confirms it and the amount is right.
   *
   * Runs **at least once**, so the shop's transaction makes it once: the unique row of `payment.idempotencyKey` refuses the second
   * run. Only a waiting order becomes paid: a cancellation may have overtaken. Resolve when it is committed.
   */
  onPaid: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** The payment was cancelled, before or after it was paid. At least once, as {@link WebhookHandlerOptions.onPaid}. */
  onCancelled: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** The payment failed; nobody has paid. At least once, as {@link WebhookHandlerOptions.onPaid}. */
  onFailed: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /**
   * Tells whether the shop has **committed** `payment.idempotencyKey`. `true`, and nothing else, answers 200 at once.
   *
   * It makes copies cheap, and nothing more: without it they run the handler again. Never answer from a mark that was
   * set before the work was committed.
   */
  isProcessed?: (key: string) => PromiseLike<boolean>;
  /**
   * Asked for as `?key=` in the registered Hook URI, and compared in constant time. Empty throws at creation, so
   * `process.env.HOOK_SECRET ?? ''` stops a shop whose variable is missing, while `undefined` asks for none.
   * Letters and digits: in an address a `+` is a space.
   * @default none: the look-up alone decides
   */
  secret?: string;
  /**
   * Hears what the shop's own code (500) or the look-up (502) threw: no answer says a word of it.
   *
   * Called once a run, however many copies share it. The answer waits for it; what it throws is dropped.
   * @default `console.error` of the error alone, without the notice
   */
  onError?: (error: unknown, payload: WebhookPayload) => unknown;
}
