import { reportCallbackError } from '../errors.ts';
import type { PaymentEvent } from '../payment/transition.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { ScriptResult } from '../protocol/script-message.ts';

/** Calls the shop's `request_cb` with what the script would pass for this event. */
export function callRequestCallback(request: PayRequest | undefined, event: PaymentEvent): void {
  const result = toRaw(event);
  try {
    if (result) request?.request_cb?.(result);
  } catch (error) {
    reportCallbackError(error);
  }
}

/** Returns the result that the guide's callback would receive. */
function toRaw(event: PaymentEvent): ScriptResult | null {
  if (event.status === 'open') return { result: 'opened' };
  if (event.status === 'sent') return { result: 'success', method: event.method };
  if (event.status === 'cancelled' && event.reason === 'user_cancelled') return { result: 'fail', method: 'cancelled' };
  return null;
}
