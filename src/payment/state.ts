import type { InsteadError } from '../errors.ts';
import type { ShareMethod } from '../protocol/script-message.ts';

/** Why a payment request was not sent. */
export type CancelReason =
  /** The shopper clicked cancel in the popup. */
  | 'user_cancelled'
  /** The popup was closed without a result. */
  | 'popup_closed'
  /** `cancel()` was called, Escape was pressed in the overlay, or the `signal` aborted. */
  | 'aborted';

/**
 * The outcome of a `pay()` call. It reports whether the request was *sent*, never whether it was paid: only your
 * server can verify that, by Instead's webhook and a look-up of the payment.
 */
export type PayOutcome =
  /** The request was sent to the payer. **Not paid.** */
  | { readonly status: 'sent'; readonly merchantUid: string; readonly method: ShareMethod }
  /** The request was not sent. The order number is included if it was known by then. */
  | { readonly status: 'cancelled'; readonly merchantUid?: string; readonly reason: CancelReason }
  /** The request failed; `error.code` gives the reason. */
  | { readonly status: 'failed'; readonly merchantUid?: string; readonly error: InsteadError };

/** The state of a payment request: a union by `status`, without further booleans. */
export type PayState =
  /** Nothing has started, or `reset()` was called. */
  | { readonly status: 'idle' }
  /** The popup is open; the order or the script is still loading. */
  | { readonly status: 'preparing'; readonly merchantUid?: string }
  /** A session is being requested from Instead. */
  | { readonly status: 'requesting'; readonly merchantUid: string }
  /** Instead's page is loaded in the popup. */
  | { readonly status: 'open'; readonly merchantUid: string }
  | PayOutcome;

/** The status of a payment request. */
export type PayStatus = PayState['status'];

export const IDLE: PayState = { status: 'idle' };

/** Returns whether the payment has settled. */
export const isSettled = (state: PayState): state is PayOutcome =>
  state.status === 'sent' || state.status === 'cancelled' || state.status === 'failed';

/** Returns whether a popup is open for the payment, as the overlay and `aria-busy` show it. */
export const isInProgress = (state: PayState): boolean => state !== IDLE && !isSettled(state);

/** Returns the order number, if known. */
export const merchantUidOf = (state: PayState): string | undefined => (state as { merchantUid?: string }).merchantUid;
