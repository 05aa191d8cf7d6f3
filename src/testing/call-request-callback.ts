import { reportCallbackError } from '../errors.ts';
import type { PaymentEvent } from '../payment/transition.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { ScriptResult } from '../protocol/script-message.ts';

/** Calls the shop's `request_cb` with what the script would pass for this event. */
export function callRequestCallback(request: PayRequest | undefined, event: PaymentEvent): void {
  const result = toScriptResult(event);
  try {
    if (result) request?.request_cb?.(result);
  } catch (error) {
    reportCallbackError(error);
  }
}

/** Returns the argument of the guide's `request_cb`, or `null` if the script would not call it. */
function toScriptResult(event: PaymentEvent): ScriptResult | null {
  if (event.status === 'open') return { result: 'opened' };
  if (event.status === 'sent') return { result: 'success', method: event.method };
  if (event.status === 'cancelled' && event.reason === 'user_cancelled') return { result: 'fail', method: 'cancelled' };
  return null;
}
