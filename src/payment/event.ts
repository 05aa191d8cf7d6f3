import type { InsteadError, InsteadErrorCode } from '../errors.ts';
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

/** A step as an event. What is personal in it stands in its error (the cause, the issues), so that is told by its code alone. */
export const toEvent = (type: InsteadEvent['type'], state: InsteadStatus | PayState, more?: { elapsed: number }) => {
  const { error, ...rest } = state as { error?: InsteadError };
  return { at: Date.now(), type, ...more, ...rest, ...(error && { code: error.code }) } as InsteadEvent;
};
