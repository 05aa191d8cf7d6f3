import { createWebhookHandler, type VerifiedPayment } from 'react-instead-pay/server';
import { readSettings } from '@/lib/instead-settings';
import { lookupPayment } from '@/lib/lookup-payment';
import { orders, type Order } from '@/lib/orders';
import { readOrderId } from '@/lib/read-order-id';
import { recordWebhooks } from '@/lib/record-webhooks';

export const dynamic = 'force-dynamic';

// The key and the order change together; a copy of the same notice finds the key and changes nothing.
const apply = (order: Order, payment: VerifiedPayment) => orders.applyPayment(order.id, payment);

/** The Hook URI to register with Instead (guide, step 5). The only door through which an order becomes paid. */
export const { GET, HEAD } = recordWebhooks(
  createWebhookHandler<Order>({
    findOrder: async (merchantUid) => {
      const id = readOrderId(merchantUid);
      return id ? orders.find(id) : null;
    },
    lookupPayment,
    sandbox: readSettings().sandbox,
    isProcessed: orders.hasPayment,
    onPaid: apply,
    onCancelled: apply,
    onFailed: apply,
    // Set but empty stops the shop at its start; not set asks for none.
    secret: process.env.INSTEAD_WEBHOOK_SECRET,
  }),
);
