import { createWebhookHandler } from 'react-instead-pay/server';

/** Creates a shop with one order and its webhook route, which returns the order for `?order`. It looks payments up by `fetch`. */
export function createShop(lookupUrl) {
  const order = { merchantUid: 'order-1', totalAmt: 3000, status: 'waiting', timesPaid: 0 };
  const keys = new Set();
  const once =
    (change) =>
    async (_, { idempotencyKey }) => {
      if (keys.has(idempotencyKey)) return;
      keys.add(idempotencyKey);
      change();
    };
  const { GET } = createWebhookHandler({
    findOrder: async (merchantUid) => (merchantUid === order.merchantUid ? order : null),
    async lookupPayment({ insteadUid }) {
      const response = await fetch(`${lookupUrl}/${encodeURIComponent(insteadUid)}`);
      return response.status === 404 ? null : response.json();
    },
    onPaid: once(() => {
      order.status = 'paid';
      order.timesPaid++;
    }),
    onCancelled: once(() => void (order.status = 'cancelled')),
    onFailed: once(() => void (order.status = 'failed')),
    onRejected: () => {},
  });
  // Without a path: each framework has another.
  return (request) =>
    new URL(request.url).searchParams.has('order') && request.method === 'GET' ? Response.json(order) : GET(request);
}
