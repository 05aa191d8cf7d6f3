import type { PaymentLookup } from 'react-instead-pay/server';
import { z } from 'zod';
import { fetchInstead } from './fetch-instead';

const lookup = z
  .object({
    status: z.string(),
    amount: z.number(),
    merchant_uid: z.string(),
    instead_uid: z.string(),
    sandboxYn: z.enum(['0', '1']),
    /** Unix ms. */
    paid_at: z.number().nullish(),
  })
  .transform(({ status, amount, merchant_uid, instead_uid, sandboxYn, paid_at }) => ({
    status,
    amount,
    merchantUid: merchant_uid,
    insteadUid: instead_uid,
    sandbox: sandboxYn === '1',
    paidAt: paid_at ?? null,
  }));

const list = z.object({ payments: z.array(lookup) });

/** A payment as Instead reports it: also one that is `waiting` or has `expired`, which no webhook is about. */
export type InsteadPayment = z.infer<typeof lookup>;

/**
 * Looks a payment up at Instead. `null`: it has none with that number.
 *
 * The real response is documented only in Instead's admin site. This reads the emulator's; put yours here.
 */
export async function findPayment(insteadUid: string): Promise<InsteadPayment | null> {
  const response = await fetchInstead('look-up', insteadUid);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The look-up answered ${response.status}`);
  return lookup.parse(await response.json());
}

/** Looks an order's payments up at Instead, paid or not. Only where `canLookUpByOrder`. */
export async function listOrderPayments(orderId: string, signal?: AbortSignal): Promise<readonly InsteadPayment[]> {
  const response = await fetchInstead('look-up by order', orderId, signal);
  if (!response.ok) throw new Error(`The look-up by order answered ${response.status}`);
  return list.parse(await response.json()).payments;
}

/** Returns what `createWebhookHandler` compares with a webhook. `null`: nothing that a webhook could be about. */
export async function lookupPayment({ insteadUid }: { insteadUid: string }): Promise<PaymentLookup | null> {
  const payment = await findPayment(insteadUid);
  return payment && toLookup(payment);
}

/** The same for a payment that was looked up already. Waiting and expired are no events. */
export function toLookup({ status, ...payment }: InsteadPayment): PaymentLookup | null {
  if (status !== 'paid' && status !== 'cancelled' && status !== 'failed') return null;
  const { amount, merchantUid, insteadUid, sandbox } = payment;
  return { status, amount, merchantUid, insteadUid, sandbox };
}
