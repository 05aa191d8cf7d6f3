import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

/** The result of `lookupPayment`: a payment as Instead's API returns it (guide, steps 5 and 6). */
export interface PaymentLookup {
  /** The current status of the payment. A webhook with another status is rejected with 409. */
  status: WebhookStatus;
  /**
   * The amount that was paid, in won: for `paid` a positive integer. Anything else, such as the text `'3000'` of a `numeric`
   * column, cannot be compared: the response is 500, and `onError` is called.
   */
  amount: number;
  /**
   * The number of the order that was paid. It is compared with the webhook's. `null` only if Instead's API does not return it, a
   * decision to write down: a payment could then be used for another order of the same price.
   */
  merchantUid: string | null;
  /**
   * Whether it was a test payment, without money (`sandboxYn` `'1'`). It is compared with `sandbox` of the handler. `null` only if
   * Instead's API does not return it, a decision to write down: a shopper can change `sandboxYn` in the browser, and a test payment
   * would then pay a live order.
   */
  sandbox: boolean | null;
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

/** Why a webhook was not accepted, as `onRejected` receives it. */
export interface WebhookRejection {
  /**
   * `order`: the shop has no such order (404), or the payment was made for another one. `unknown_payment`: Instead has no such
   * payment. `status`, `amount`, `mode`: the look-up returned another status, another amount than `totalAmt`, or a test payment for
   * a live order (or the reverse).
   */
  reason: 'status' | 'amount' | 'order' | 'mode' | 'unknown_payment';
  /** The webhook, unverified. */
  payload: WebhookPayload;
  /** The result of `lookupPayment`; `null` if there was no look-up, or no such payment. */
  lookup: PaymentLookup | null;
}

/** The result of `process`: the response that the webhook would get, and for 404 and 409 the reason. */
export interface WebhookResult {
  /** 200 is done, also by an earlier copy. 404 and 409 are final. 500 and 502 may succeed later. */
  status: 200 | 404 | 409 | 500 | 502;
  /** Why it was rejected. */
  reason?: WebhookRejection['reason'];
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
   * webhook is looked up again. At most 32 look-ups are in progress, and 4 per order: further ones wait, up to 30 seconds.
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
   * Whether the shop is in Instead's test mode (가상 결제). It is compared with `sandbox` of the look-up, so that a test payment
   * never pays a live order, nor the reverse: 409.
   * @default false
   */
  sandbox?: boolean;
  /**
   * The value that `?key=` of the registered Hook URI must have. It is compared in constant time; 403 if it differs.
   *
   * A function is called for each request, so that a build without the variable works: `() => process.env.INSTEAD_WEBHOOK_SECRET`.
   * If it returns nothing, the response is 500, and `onError` is called. An empty string throws at creation. `undefined` requires
   * no key. Use letters and digits: in an address `+` is a space.
   * @default none: only the look-up decides
   */
  secret?: string | (() => string | undefined);
  /**
   * Called when a webhook is rejected with 404 or 409. Tell a person: somebody may have paid.
   *
   * Called once per run, even if several copies share the run. The response waits for it; errors that it throws go to `onError`.
   * @default `console.warn` of the reason, without the payload
   */
  onRejected?: (rejection: WebhookRejection) => unknown;
  /**
   * Called with the error that the shop's code (500) or the look-up (502) threw, and with an `InsteadError` of code
   * `invalid_webhook` for a request that is not a webhook (400, 403, 405). The payload is `null` if the request was not parsed: for
   * those, and for a missing `secret`. No response contains the error.
   *
   * Called once per run, even if several copies share the run. The response waits for it; errors that it throws are ignored.
   * @default `console.error` of the error, without the payload; for 400, 403 and 405 `console.warn` of its message
   */
  onError?: (error: unknown, payload: WebhookPayload | null) => unknown;
}
