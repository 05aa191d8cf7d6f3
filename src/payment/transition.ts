import type { InsteadError } from '../errors.ts';
import type { ShareMethod } from '../protocol/script-message.ts';
import { isSettled, merchantUidOf, type CancelReason, type PayState, type PayStatus } from './state.ts';

/** An event of a payment: the status that it moves to. The order number does not change once it is known. */
export type PaymentEvent =
  /** The popup is opening, or the order number has become known. */
  | { status: 'preparing'; merchantUid?: string }
  /** A session is being requested from Instead. */
  | { status: 'requesting'; merchantUid: string }
  /** Instead's page has loaded in the popup. */
  | { status: 'open'; merchantUid?: string }
  /** The shopper has sent the request. */
  | { status: 'sent'; method: ShareMethod }
  /** The request was cancelled. */
  | { status: 'cancelled'; reason: CancelReason }
  /** The request failed. */
  | { status: 'failed'; error: InsteadError };

// The statuses from which an event is accepted. Events that are not listed are accepted from any.
const from: Partial<Record<PayStatus, readonly PayStatus[]>> = {
  preparing: ['idle', 'preparing'],
  requesting: ['preparing'],
  // From idle: a payment that an earlier document left open is resumed.
  open: ['idle', 'requesting'],
  sent: ['requesting', 'open'],
};

/** Returns the state after an event; for an event that the state does not accept, the same object. */
export function transition(state: PayState, event: PaymentEvent): PayState {
  if (isSettled(state) || from[event.status]?.includes(state.status) === false) return state;
  const merchantUid = merchantUidOf(state);
  return { ...event, ...(merchantUid && { merchantUid }) } as PayState;
}
