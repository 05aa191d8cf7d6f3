import type { InsteadError } from '../errors.ts';
import type { PayMethod } from '../protocol/script-message.ts';
import { isSettled, merchantUidOf, type CancelReason, type PayState, type PayStatus } from './state.ts';

/** What can happen to a payment: the step that it takes. The order's number stays once it is known. */
export type PayEvent =
  | { status: 'preparing'; merchantUid?: string }
  | { status: 'requesting'; merchantUid: string }
  | { status: 'open'; merchantUid?: string }
  | { status: 'sent'; method: PayMethod }
  | { status: 'cancelled'; reason: CancelReason }
  | { status: 'failed'; error: InsteadError };

// From where a step is taken. One that is not named may be taken at any time.
const from: Partial<Record<PayStatus, readonly PayStatus[]>> = {
  preparing: ['idle', 'preparing'],
  requesting: ['preparing'],
  // From idle: an earlier document left it open.
  open: ['idle', 'requesting'],
  sent: ['requesting', 'open'],
};

/** The whole table: the state after an event. An event that has no place in a state leaves it as it is, the same object. */
export function transition(state: PayState, event: PayEvent): PayState {
  if (isSettled(state) || from[event.status]?.includes(state.status) === false) return state;
  const merchantUid = merchantUidOf(state);
  return { ...event, ...(merchantUid && { merchantUid }) } as PayState;
}
