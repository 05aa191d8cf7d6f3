import type { InsteadErrorCode } from '../errors.ts';
import type { PayMethod } from '../protocol/script-message.ts';
import type { InsteadStatus } from './gateway.ts';
import type { CancelReason, PayState, PayStatus } from './state.ts';

/**
 * A step of the script or of a payment, for your own logs and metrics. It carries no name, item, address or token.
 *
 * @example
 * import type { InsteadEvent } from 'react-instead-pay';
 * const log = (event: InsteadEvent) => navigator.sendBeacon('/metrics', JSON.stringify(event));
 */
export type InsteadEvent = {
  /** When, in Unix milliseconds. */
  at: number;
} & (
  | { type: 'script'; status: InsteadStatus['status']; code?: InsteadErrorCode }
  | {
      type: 'payment';
      status: PayStatus;
      /** Since `pay()` was called, in milliseconds. */
      elapsed: number;
      merchantUid?: string;
      method?: PayMethod;
      reason?: CancelReason;
      code?: InsteadErrorCode;
    }
);

export function toScriptEvent(status: InsteadStatus, at: number): InsteadEvent {
  const code = status.status === 'failed' ? { code: status.error.code } : {};
  return { at, type: 'script', status: status.status, ...code };
}

export function toPaymentEvent(state: PayState, at: number, startedAt: number): InsteadEvent {
  // What is personal in a state stands in its error (the cause, the issues), so the error is told by its code alone.
  const { error, ...rest } = { error: undefined, ...state };
  return { at, type: 'payment', elapsed: at - startedAt, ...rest, ...(error && { code: error.code }) };
}
