import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import type { WebhookHandler } from './webhook-handler.ts';
import type { WebhookRejection } from './webhook-handler-options.ts';

/** A payment of an order, as `lookupByOrder` of {@link reconcile} returns it. */
export interface OrderPayment {
  /** Instead's number of the payment. */
  insteadUid: string;
  /** The status of the payment. `null` for one that is waiting or has expired: no webhook is about it. */
  status: WebhookStatus | null;
}

/** The options of {@link reconcile}. */
export interface ReconcileOptions {
  /**
   * Returns all payments of an order, oldest first, from Instead's API (guide, step 6; the admin site documents it). Throw for
   * every failure and on a time-out: the order is then reported as `lookup_failed`, and the next run asks again. `signal` is that of
   * the run: pass it to `fetch`, so that a request does not outlast the run.
   */
  lookupByOrder: (
    merchantUid: string,
    context: { signal: AbortSignal | undefined },
  ) => PromiseLike<readonly OrderPayment[] | null | undefined>;
  /** `process` of the shop's own `createWebhookHandler`: it verifies each payment and calls the shop's handlers. */
  process: WebhookHandler['process'];
  /**
   * How many orders are in progress at a time. The next one is read from `orders` when one of them is done.
   * @default 4
   */
  concurrency?: number;
  /** Ends the run: no further order is read, and look-ups in progress are given up. Payments in progress are processed. */
  signal?: AbortSignal;
  /**
   * Called with the error of a look-up, or with what is wrong with an order number or a payment that was returned. Errors of the
   * shop's handlers go to `onError` of `createWebhookHandler`.
   * @default `console.error`
   */
  onError?: (error: unknown, merchantUid: string) => unknown;
}

/** An order that needs attention, in a {@link ReconcileReport}. */
export interface ReconcileProblem {
  /** The shop's order number; empty if what `orders` returned has none. */
  merchantUid: string;
  /** Instead's number of the payment; `null` if there was no look-up of one. */
  insteadUid: string | null;
  /**
   * `lookup_failed`: `lookupByOrder` threw. `process_failed`: `process` returned 500 or 502, or threw. Both may succeed in the next
   * run. `invalid_order`, `invalid_payment`: a value has the wrong type. The others are the reasons of `onRejected`: the payer may
   * have paid.
   */
  reason: WebhookRejection['reason'] | 'lookup_failed' | 'process_failed' | 'invalid_order' | 'invalid_payment';
}

/** The result of {@link reconcile}. It has numbers of orders and payments, and no other data of them. */
export interface ReconcileReport {
  /** How many orders were read from `orders`. The four counts below add up to it. */
  orders: number;
  /** How many orders have a payment, and each of their payments was processed, in this run or before. */
  processed: number;
  /** How many orders have no payment that a webhook is about: nothing has changed. */
  waiting: number;
  /** How many orders are in `problems`. */
  failed: number;
  /** How many orders were given up because of `signal`. */
  aborted: number;
  /** The orders that need attention, with one entry for each payment. */
  problems: readonly ReconcileProblem[];
}
