import type { PaymentLookup } from 'react-instead-pay/server';
import { z } from 'zod';
import { fetchInstead } from './fetch-instead';

const lookup = z.object({
  status: z.string(),
  amount: z.number(),
  merchant_uid: z.string(),
  instead_uid: z.string(),
  sandboxYn: z.enum(['0', '1']),
});

/**
 * Asks Instead what became of a payment. `null`: nothing that a notice could be about.
 *
 * The real answer's shape is described in Instead's admin site alone. This reads the emulator's; put yours here.
 */
export async function lookupPayment({ insteadUid }: { insteadUid: string }): Promise<PaymentLookup | null> {
  const response = await fetchInstead('look-up', insteadUid);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The look-up answered ${response.status}`);
  const { status, amount, merchant_uid, instead_uid, sandboxYn } = lookup.parse(await response.json());
  // Waiting and expired are no events.
  if (status !== 'paid' && status !== 'cancelled' && status !== 'failed') return null;
  return { status, amount, merchantUid: merchant_uid, insteadUid: instead_uid, sandbox: sandboxYn === '1' };
}
