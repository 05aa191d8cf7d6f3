import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

/** The result of `lookupPayment`: a payment as Instead's API returns it (guide, steps 5 and 6). */
export interface PaymentLookup {
  /** The current status of the payment. A webhook with another status is rejected with 409. */
  status: WebhookStatus;
  /** The amount that was paid, in won, as a number. Text such as `'3000'` is rejected with 409. */
  amount: number;
  /**
   * The number of the order that was paid. Return it whenever Instead's response has it: it is compared with the webhook's.
   * Without it a payment could be used for another order of the same price.
   */
  merchantUid?: string | null;
  /** Instead's number of the payment. If returned, it is compared with the webhook's, so that one payment has one spelling. */
  insteadUid?: string | null;
}

/** A change of a payment that the look-up confirmed. The second argument of `onPaid`, `onCancelled` and `onFailed`. */
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
   * Returns the shop's order with this number. The handlers receive it with all its fields.
   *
   * `totalAmt` is the amount due in won, a positive integer from the shop's own records. Return `null` for an unknown order:
   * the response is 404.
   */
  findOrder: (merchantUid: string) => PromiseLike<Order | null | undefined>;
  /**
   * Looks the payment up at Instead (guide, steps 5 and 6; the admin site documents the API).
   *
   * Anybody can send the number: use `encodeURIComponent` in an address. Otherwise `real-number?x` is looked up as
   * `real-number`, and its payment counts twice. Return `null` if Instead has no such payment: the response is 409. Throw for
   * every other failure and on a time-out such as `AbortSignal.timeout(5000)`: the response is 502, and the next copy of the
   * webhook is looked up again.
   */
  lookupPayment: (payload: WebhookPayload) => PromiseLike<PaymentLookup | null>;
  /**
   * Called when the look-up confirms that the payment is paid and its amount is the order's `totalAmt`.
   *
   * Called **at least once**. Insert `payment.idempotencyKey` as a unique row in the transaction that changes the order, so that
   * a second call changes nothing. Change only an order that is waiting: a cancellation may have arrived first. Resolve after
   * the commit.
   */
  onPaid: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** Called when the payment was cancelled, before or after it was paid. At least once: see {@link WebhookHandlerOptions.onPaid}. */
  onCancelled: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /** Called when the payment failed: no money was paid. At least once: see {@link WebhookHandlerOptions.onPaid}. */
  onFailed: (order: Order, payment: VerifiedPayment) => PromiseLike<unknown>;
  /**
   * Returns whether the shop has **committed** `payment.idempotencyKey`. Only for `true` the response is 200 without a look-up.
   *
   * An optimization: without it, copies call the handler again. Do not return `true` for a flag that was set before the commit:
   * the payment would be lost if the commit fails.
   * @default none: every copy is looked up
   */
  isProcessed?: (idempotencyKey: string) => PromiseLike<boolean>;
  /**
   * The value that `?key=` of the registered Hook URI must have. It is compared in constant time; 403 if it differs.
   *
   * An empty string throws at creation, so that `process.env.INSTEAD_WEBHOOK_SECRET ?? ''` stops a shop whose variable is
   * missing. `undefined` requires no key. Use letters and digits: in an address `+` is a space.
   * @default none: only the look-up decides
   */
  secret?: string;
  /**
   * Called with the error that the shop's code (500) or the look-up (502) threw. No response contains it.
   *
   * Called once per run, even if several copies share the run. The response waits for it; errors that it throws are ignored.
   * @default `console.error` of the error, without the payload
   */
  onError?: (error: unknown, payload: WebhookPayload) => unknown;
}
