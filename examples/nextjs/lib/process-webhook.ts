import { createWebhookHandler, type VerifiedPayment, type WebhookPayload } from 'react-instead-pay/server';
import { applyOwed, applyPayment, hasPayment } from './apply-payment';
import type { Decision } from './inbox';
import { readSettings } from './instead-settings';
import { lookupPayment } from './lookup-payment';
import type { Order } from './order';
import { findOrder } from './read-orders';
import { readOrderId } from './read-order-id';

// The key and the order change together; a copy of the same webhook finds the key and changes nothing.
const apply = (order: Order, payment: VerifiedPayment) => applyPayment(order.id, payment);

// Its `GET` is the whole route of a shop that stores no webhooks. Here `process` does the same for the request, the queue, and the
// staff's button.
const createHandler = () =>
  createWebhookHandler<Order>({
    findOrder: async (merchantUid) => {
      const id = readOrderId(merchantUid);
      return id ? findOrder(id) : null;
    },
    lookupPayment,
    sandbox: readSettings().sandbox,
    isProcessed: hasPayment,
    onPaid: apply,
    onCancelled: apply,
    onFailed: apply,
    // The staff see it in the list of what was not confirmed.
    onRejected: () => {},
    onError: (error) => console.error('A webhook could not be processed. The queue tries it again.', error),
  });

// Not when the module is loaded: the build loads it, too, and has no settings.
let handler: ReturnType<typeof createHandler> | undefined;

/** Verifies a webhook and applies it. The only way in which an order becomes paid by itself. Never rejects. */
export async function processWebhook(payload: WebhookPayload): Promise<Decision> {
  handler ??= createHandler();
  const { status, reason } = await handler.process(payload);
  switch (status) {
    case 200:
      return { status };
    case 404:
      return { status, reason: 'unknown_order' };
    case 409:
      return recoverMoney(handler, payload, reason);
    case 500:
      return { status, reason: 'shop_error' };
    case 502:
      return { status, reason: 'lookup_failed' };
  }
}

/** A rejected webhook may be about money that is there all the same: it must not stay out of sight. */
async function recoverMoney(
  { process }: ReturnType<typeof createHandler>,
  payload: WebhookPayload,
  reason: string | undefined,
): Promise<Decision> {
  const { insteadUid, merchantUid, status } = payload;
  const rejected: Decision = { status: 409, reason };
  try {
    if (reason !== 'amount' && reason !== 'mode' && reason !== 'status') return rejected;
    const lookup = await lookupPayment(payload);
    if (lookup?.merchantUid !== merchantUid || (lookup.insteadUid ?? insteadUid) !== insteadUid) return rejected;
    // The webhook of the status that Instead reports now may have been lost. No other message reports it.
    if (lookup.status !== status) {
      const current = await process({ ...payload, status: lookup.status });
      return current.status >= 500 ? { status: current.status, reason: 'lookup_failed' } : rejected;
    }
    // A test payment is no money.
    if (status !== 'paid' || (reason === 'mode' && lookup.sandbox !== false)) return rejected;
    const payment = { idempotencyKey: `${insteadUid}:paid`, insteadUid, status, amount: lookup.amount };
    await applyOwed(merchantUid, payment, reason === 'mode' ? 'mode' : 'amount');
    return rejected;
  } catch (error) {
    console.error('A rejected webhook could not be examined. The queue tries it again.', error);
    return { status: 500, reason: 'shop_error' };
  }
}
