import { fetchInstead } from './fetch-instead';
import { lookupPayment } from './lookup-payment';
import { orders } from './orders';

/** `requested`: Instead will give the money back, and its notice changes the order. `done`: there was no money in it. */
export type CancelOutcome = 'requested' | 'done' | 'nothing_to_cancel' | 'unknown_payment';

/**
 * Cancels an order: gives back what was paid for it, or gives it up if nothing was.
 *
 * @throws when Instead does not answer
 */
export async function cancelOrder(id: string): Promise<CancelOutcome> {
  const paidWith = await orders.listPaidWith(id);
  if (paidWith.length === 0) return (await orders.cancelUnpaid(id)) ? 'done' : 'nothing_to_cancel';
  const outcomes: CancelOutcome[] = [];
  for (const insteadUid of paidWith) outcomes.push(await cancelPayment(id, insteadUid));
  return outcomes.find((outcome) => outcome !== 'requested') ?? 'requested';
}

async function cancelPayment(id: string, insteadUid: string): Promise<CancelOutcome> {
  const response = await fetchInstead('cancel', insteadUid);
  // The order stays as it is until the notice comes: until then, nobody has given anything back.
  if (response.ok) return 'requested';
  if (response.status === 404) return 'unknown_payment';
  if (response.status !== 409) throw new Error(`The cancellation was answered ${response.status}`);
  // Cancelled before, perhaps at Instead's own site, and its notice has been lost: it is asked for here.
  const payment = await lookupPayment({ insteadUid });
  if (payment?.status !== 'cancelled') return 'nothing_to_cancel';
  await orders.applyPayment(id, {
    idempotencyKey: `${insteadUid}:cancelled`,
    insteadUid,
    status: 'cancelled',
    amount: payment.amount,
  });
  return 'done';
}
