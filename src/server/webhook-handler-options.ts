import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

/** What Instead's API returns for a payment (guide, steps 5 and 6). */
export interface PaymentLookup {
  /** The status of the payment. A webhook with another status is rejected with 409. */
  status: WebhookStatus;
  /** The amount that was paid, in won, as a number. Text such as `'3000'` is rejected with 409. */
  amount: number;
  /**
   * The order that was paid. Return it whenever Instead's response has it: it is compared, and without it a payment could be
   * used for another order of the same price.
   */
  merchantUid?: string | null;
  /** The payment's number as Instead writes it. If returned, it is compared, so that one payment has one spelling. */
  insteadUid?: string | null;
}

/** A change of a payment, verified with Instead. The handlers receive it. */
export interface VerifiedPayment {
  /** `${insteadUid}:${status}`. Store it as a unique row in the transaction that changes the order. */
  idempotencyKey: string;
  /** Instead's number of the payment. */
  insteadUid: string;
  /** The shop's order number. */
  merchantUid: string;
  /** The verified status. */
  status: WebhookStatus;
  /** The amount of the look-up, in won. For `paid` it equals the order's `totalAmt`; otherwise it is not compared. */
  amount: number;
}

/** The options of {@link createWebhookHandler}. */
export interface WebhookHandlerOptions<Order extends { totalAmt: number } = { totalAmt: number }> {
  /**
   * Finds the shop's order by its number. The handlers receive what it returns, with all its fields.
   *
   * `totalAmt` is the amount due in won, a positive integer from the shop's own records. Return `null` if there is no such
   * order: 404.
   */
  findOrder: (merchantUid: string) => PromiseLike<Order | null | undefined>;
  /**
   * Looks the payment up at Instead (guide, steps 5 and 6; the address of the API is in the admin site).
   *
   * Anybody can send the number: use `encodeURIComponent` in an address, or `real-number?x` is looked up as `real-number` and
   * its payment counts twice. Return `null` if Instead has no such payment: 409. Throw for every other failure and on a
   * time-out such as `AbortSignal.timeout(5000)`: 502, and Instead's next copy tries again.
   */
  lookupPayment: (payload: WebhookPayload) => PromiseLike<PaymentLookup | null>;
  /**
   * Called when the payment is verified as paid and the amount matches.
   *
   * Called **at least once**. The transaction of the shop makes the effect happen once: the unique row of
   * `payment.idempotencyKey` rejects the second call. Change only an order that is waiting, since a cancellation may have come
   * first. Resolve after the commit.
   */
  onPaid: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** Called when the payment was cancelled, before or after it was paid. At least once, like {@link WebhookHandlerOptions.onPaid}. */
  onCancelled: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** Called when the payment failed; nobody has paid. At least once, like {@link WebhookHandlerOptions.onPaid}. */
  onFailed: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /**
   * Returns whether the shop has **committed** `payment.idempotencyKey`. Only `true` responds with 200 at once.
   *
   * An optimization: without it, copies call the handler again. Never return `true` for a flag that was set before the commit.
   */
  isProcessed?: (key: string) => PromiseLike<boolean>;
  /**
   * Required as `?key=` in the registered Hook URI, and compared in constant time. An empty string throws when the handler is
   * created, so that `process.env.INSTEAD_WEBHOOK_SECRET ?? ''` stops a shop whose variable is missing; `undefined` requires
   * none. Use letters and digits: in an address `+` is a space.
   * @default none: only the look-up decides
   */
  secret?: string;
  /**
   * Called with what the shop's code (500) or the look-up (502) threw. No response contains it.
   *
   * Called once per run, however many copies share it. The response waits for it; what it throws is ignored.
   * @default `console.error` of the error, without the payload
   */
  onError?: (error: unknown, payload: WebhookPayload) => unknown;
}
