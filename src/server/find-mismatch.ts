import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import type { PaymentLookup } from './webhook-handler-options.ts';

/** Whether the look-up confirms the webhook: the same status, order and payment, and for `paid` the amount due (won). */
export function matchesPayload(lookup: PaymentLookup, payload: WebhookPayload, totalAmt: number): boolean {
  return (
    lookup.status === payload.status &&
    (lookup.merchantUid ?? payload.merchantUid) === payload.merchantUid &&
    (lookup.insteadUid ?? payload.insteadUid) === payload.insteadUid &&
    (payload.status !== 'paid' || (Number.isSafeInteger(totalAmt) && totalAmt > 0 && totalAmt === lookup.amount))
  );
}
