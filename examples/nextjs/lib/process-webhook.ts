import { createWebhookHandler, type VerifiedPayment, type WebhookPayload } from 'react-instead-pay/server';
import { applyOwed, applyPayment, hasPayment } from './apply-payment';
import type { Decision } from './inbox';
import { lookupPayment } from './lookup-payment';
import type { Order } from './order';
import { findOrder } from './read-orders';
import { readOrderId } from './read-order-id';

// The key and the order change together; a copy of the same webhook finds the key and changes nothing.
const apply = (order: Order, payment: VerifiedPayment) => applyPayment(order.id, payment);

const handler = createWebhookHandler<Order>({
  findOrder: async (merchantUid) => {
    const id = readOrderId(merchantUid);
    return id ? findOrder(id) : null;
  },
  lookupPayment,
  isProcessed: hasPayment,
  onPaid: apply,
  onCancelled: apply,
  onFailed: apply,
});

/**
 * Verifies a webhook and applies it: for the request that received it, for the queue, and for the staff's button. The only way
 * in which an order becomes paid. Never rejects.
 */
export async function processWebhook(payload: WebhookPayload): Promise<Decision> {
  const query = { instead_uid: payload.insteadUid, merchant_uid: payload.merchantUid, status: payload.status };
  const { status } = await handler.GET(new Request(`http://localhost/?${new URLSearchParams(query)}`));
  try {
    return { status, reason: await explain(status, payload) };
  } catch (error) {
    console.error('A rejected webhook could not be examined', error);
    return { status: 500, reason: 'shop_error' };
  }
}

async function explain(status: number, payload: WebhookPayload): Promise<string | undefined> {
  switch (status) {
    case 404:
      return 'unknown_order';
    case 409:
      return examine(payload);
    case 500:
      return 'shop_error';
    case 502:
      return 'lookup_failed';
  }
}

/** Money that Instead confirms for this order is owed, even where it does not pay it. */
async function examine(payload: WebhookPayload): Promise<string> {
  const { insteadUid, merchantUid, status } = payload;
  const lookup = await lookupPayment(payload);
  if (!lookup) return 'unknown_payment';
  if ((lookup.insteadUid ?? insteadUid) !== insteadUid || lookup.merchantUid !== merchantUid) return 'order';
  if (lookup.status !== status) return 'status';
  if (status === 'paid') {
    const idempotencyKey = `${insteadUid}:paid`;
    await applyOwed(merchantUid, { idempotencyKey, insteadUid, status, amount: lookup.amount }, 'amount');
  }
  return 'amount';
}
