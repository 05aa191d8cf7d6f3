import type { InsteadError } from '../errors.ts';
import type { PayMethod } from '../protocol/script-message.ts';
import { isSettled, merchantUidOf, type CancelReason, type PayState } from './state.ts';

/** What can happen to a payment. */
export type PayEvent =
  | { type: 'started'; merchantUid?: string }
  | { type: 'ordered'; merchantUid: string }
  | { type: 'requested'; merchantUid: string }
  | { type: 'resumed'; merchantUid: string }
  | { type: 'opened' }
  | { type: 'sent'; method: PayMethod }
  | { type: 'cancelled'; reason: CancelReason }
  | { type: 'failed'; error: InsteadError };

/** The whole table: the state after an event. An event that has no place in a state leaves it as it is, the same object. */
export function transition(state: PayState, event: PayEvent): PayState {
  if (isSettled(state)) return state;
  const { status } = state;
  const merchantUid = merchantUidOf(state);
  const known = merchantUid === undefined ? {} : { merchantUid };

  switch (event.type) {
    case 'started':
      if (status !== 'idle') return state;
      return event.merchantUid === undefined
        ? { status: 'preparing' }
        : { status: 'preparing', merchantUid: event.merchantUid };
    case 'ordered':
      return status === 'preparing' ? { status, merchantUid: event.merchantUid } : state;
    case 'requested':
      return status === 'preparing' ? { status: 'requesting', merchantUid: event.merchantUid } : state;
    case 'resumed':
      return status === 'idle' ? { status: 'open', merchantUid: event.merchantUid } : state;
    case 'opened':
      return status === 'requesting' ? { status: 'open', merchantUid: state.merchantUid } : state;
    case 'sent':
      return status === 'requesting' || status === 'open'
        ? { status: 'sent', merchantUid: state.merchantUid, method: event.method }
        : state;
    case 'cancelled':
      return { status: 'cancelled', ...known, reason: event.reason };
    case 'failed':
      return { status: 'failed', ...known, error: event.error };
  }
}
