import type { WebhookPayload } from '../protocol/webhook-payload.ts';
import type { PaymentLookup, WebhookRejection } from './webhook-handler-options.ts';
import { wrongType } from './wrong-type.ts';

/**
 * Returns why the look-up does not confirm the webhook, or `undefined` if it does: the same payment, order, status and mode, and
 * for `paid` the amount due (won).
 *
 * @throws `TypeError` for a value that cannot be compared: a bug of the shop, not a mismatch.
 */
export function findMismatch(
  lookup: PaymentLookup | null,
  { insteadUid, merchantUid, status }: WebhookPayload,
  totalAmt: number,
  sandbox = false,
): WebhookRejection['reason'] | undefined {
  if (!lookup || differs('insteadUid', lookup.insteadUid ?? null, insteadUid)) return 'unknown_payment';
  if (differs('merchantUid', lookup.merchantUid, merchantUid)) return 'order';
  if (lookup.status !== status) return 'status';
  if (differs('sandbox', lookup.sandbox, sandbox)) return 'mode';
  if (status !== 'paid') return;
  for (const [field, value] of Object.entries({ amount: lookup.amount, totalAmt })) {
    // Text from a `numeric` column would never be equal, and the order would never be paid.
    if (!Number.isSafeInteger(value) || value <= 0) throw wrongType(field, 'positive integer', 'compared');
  }
  if (lookup.amount !== totalAmt) return 'amount';
}

/** `null` is the shop's decision not to compare. A missing field is no decision, and a test payment would pass for a real one. */
function differs(field: string, value: unknown, expected: string | boolean): boolean {
  if (value === null) return false;
  const type = typeof expected;
  if (typeof value !== type) throw wrongType(field, `${type} or null`, 'compared');
  return value !== expected;
}
