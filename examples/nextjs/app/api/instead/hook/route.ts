import { createInsteadHook, type InsteadPayment } from 'react-instead-pay/server';
import { lookupPayment } from '@/lib/lookup-payment';
import { orders, type Order } from '@/lib/orders';
import { readOrderId } from '@/lib/read-order-id';
import { recordNotices } from '@/lib/record-notices';

export const dynamic = 'force-dynamic';

// The key and the order change together; a copy of the same notice finds the key and changes nothing.
const apply = (order: Order, payment: InsteadPayment) => orders.applyPayment(order.id, payment);

/** The Hook URI to register with Instead (guide, step 5). The only door through which an order becomes paid. */
export const { GET, HEAD } = recordNotices(
  createInsteadHook<Order>({
    findOrder: async (merchantUid) => {
      const id = readOrderId(merchantUid);
      return id ? orders.find(id) : null;
    },
    lookupPayment,
    isDone: orders.hasPayment,
    onPaid: apply,
    onCancelled: apply,
    onFailed: apply,
    // Set but empty stops the shop at its start; not set asks for none.
    secret: process.env.INSTEAD_HOOK_SECRET,
  }),
);
