import type { InsteadError, InsteadErrorCode } from '../errors.ts';
import type { ShareMethod } from '../protocol/script-message.ts';
import type { ScriptStatus } from './adapter.ts';
import type { CancelReason, PayState, PayStatus } from './state.ts';

/**
 * A status change of the script or of a payment, for logs and metrics. It contains no name, item, address or token.
 *
 * @example
 * import type { InsteadEvent } from 'react-instead-pay';
 * const log = (event: InsteadEvent) => navigator.sendBeacon('/metrics', JSON.stringify(event));
 */
export type InsteadEvent = {
  /** When the status changed, in Unix milliseconds. */
  timestamp: number;
} & (
  | {
      type: 'script';
      /** The new status of the script. */
      status: ScriptStatus['status'];
      /** The error code, if the script failed. */
      code?: InsteadErrorCode;
    }
  | {
      type: 'payment';
      /** The new status of the payment. */
      status: PayStatus;
      /** The time since `pay()` was called, in milliseconds. */
      durationMs: number;
      /** The order number, if known. */
      merchantUid?: string;
      /** How the request was sent, if it is `sent`. */
      method?: ShareMethod;
      /** Why the payment was cancelled, if it is `cancelled`. */
      reason?: CancelReason;
      /** The error code, if the payment failed. */
      code?: InsteadErrorCode;
    }
);

/** Converts a state to an event. Of an error only the code is kept: its cause and issues may be personal data. */
export const toEvent = (type: InsteadEvent['type'], state: ScriptStatus | PayState, more?: { durationMs: number }) => {
  const { error, ...rest } = state as { error?: InsteadError };
  return { timestamp: Date.now(), type, ...more, ...rest, ...(error && { code: error.code }) } as InsteadEvent;
};
