import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import type { PaymentLookup, WebhookRejection } from './webhook-handler-options.ts';

/**
 * Returns why the look-up does not confirm the webhook, or `undefined` if it does: the same payment, order, status and mode, and
 * for `paid` the amount due (won).
 *
 * @throws `TypeError` for a value that cannot be compared: a bug of the shop, not a mismatch.
 */
export function findMismatch(
  lookup: PaymentLookup | null,
  payload: WebhookPayload,
  totalAmt: number,
  sandbox: boolean,
): WebhookRejection['reason'] | undefined {
  if (!lookup || differs('insteadUid', lookup.insteadUid ?? null, payload.insteadUid)) return 'unknown_payment';
  if (differs('merchantUid', lookup.merchantUid, payload.merchantUid)) return 'order';
  if (lookup.status !== payload.status) return 'status';
  if (differs('sandbox', lookup.sandbox, sandbox)) return 'mode';
  if (payload.status !== 'paid') return;
  for (const [field, value] of Object.entries({ amount: lookup.amount, totalAmt })) {
    // Text from a `numeric` column would never be equal, and the order would never be paid.
    if (!Number.isSafeInteger(value) || value <= 0) throw invalid(field, 'a positive integer');
  }
  if (lookup.amount !== totalAmt) return 'amount';
}

/** `null` is the shop's decision not to compare. A missing field is no decision, and a test payment would pass for a real one. */
function differs(field: string, value: unknown, expected: string | boolean): boolean {
  const type = typeof expected;
  if (value !== null && typeof value !== type) throw invalid(field, `a ${type} or null`);
  return value !== null && value !== expected;
}

const invalid = (field: string, expected: string) =>
  new TypeError(`\`${field}\` cannot be compared. The webhook was not processed. Return ${expected}.`);
