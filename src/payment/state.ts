import type { InsteadError } from '../errors.ts';
import type { PayMethod } from '../protocol/script-message.ts';

/** Why a payment request was not sent. */
export type CancelReason =
  /** The shopper pressed cancel in Instead's window. */
  | 'by_shopper'
  /** The window went away without a result. */
  | 'window_closed'
  /** `cancel()` was called, Escape pressed in the overlay, or the `signal` aborted. */
  | 'aborted';

/**
 * How a call of `pay()` ended. It says whether somebody was *asked*; nothing in it says that anybody has paid. Only your
 * server, told by Instead's hook and after asking Instead, knows that.
 */
export type PayOutcome =
  /** Somebody has been asked to pay. **Not paid.** */
  | { readonly status: 'sent'; readonly merchantUid: string; readonly method: PayMethod }
  /** It was called off. The order's number is there if it was known by then. */
  | { readonly status: 'cancelled'; readonly merchantUid?: string; readonly reason: CancelReason }
  /** It went wrong: `error.code` says how. */
  | { readonly status: 'failed'; readonly merchantUid?: string; readonly error: InsteadError };

/** Where a payment request stands. A union by `status`: no boolean stands beside it. */
export type PayState =
  /** Nothing yet, or `reset()`. */
  | { readonly status: 'idle' }
  /** The window is open; the order or the script is still on its way. */
  | { readonly status: 'preparing'; readonly merchantUid?: string }
  /** Instead is being asked for a session. */
  | { readonly status: 'requesting'; readonly merchantUid: string }
  /** Instead's page is up in the window. */
  | { readonly status: 'open'; readonly merchantUid: string }
  | PayOutcome;

/** The name of a step of a payment. */
export type PayStatus = PayState['status'];

export const IDLE: PayState = { status: 'idle' };

/** Tells whether the payment has come to its end. */
export const isSettled = (state: PayState): state is PayOutcome =>
  state.status === 'sent' || state.status === 'cancelled' || state.status === 'failed';

/** Tells whether a window is up for it: what the overlay and `aria-busy` are about. */
export const isUnderWay = (state: PayState): boolean => state !== IDLE && !isSettled(state);

/** The order's number, once it is known. */
export const merchantUidOf = (state: PayState): string | undefined => (state as { merchantUid?: string }).merchantUid;
