import type { PayRequest } from '../src/index.ts';
import { createWebhookHandler, type PaymentLookup } from '../src/server/index.ts';
import type { OrderStatus } from '../src/order/order-report.ts';
import { makeRequest } from '../stories/make-request.ts';

interface Order extends PayRequest {
  status: OrderStatus;
}

interface WorkerShop {
  /** Creates an order, or returns the status of one. */
  fetch(request: Request): Promise<Response>;
  /** Receives a webhook of the emulator. */
  receive(webhook: Request): Promise<Response>;
}

/** The shop's server, beside the emulator: it creates orders, receives webhooks, and verifies them with a look-up. */
export function createWorkerShop(lookupPayment: (insteadUid: string) => Promise<PaymentLookup | null>): WorkerShop {
  const orders = new Map<string, Order>();
  const become = (status: OrderStatus) => async (order: Order) => {
    if (order.status !== 'cancelled') order.status = status;
  };
  const { GET } = createWebhookHandler<Order>({
    findOrder: async (merchantUid) => orders.get(merchantUid),
    lookupPayment: ({ insteadUid }) => lookupPayment(insteadUid),
    sandbox: true,
    onPaid: become('paid'),
    onCancelled: become('cancelled'),
    onFailed: become('failed'),
  });
  return {
    receive: GET,
    async fetch({ url, method }) {
      if (method === 'POST') {
        const order = makeRequest(`order-${Date.now()}`);
        orders.set(order.merchantUid, { ...order, status: 'waiting' });
        return Response.json(order);
      }
      const order = orders.get(new URL(url).pathname.split('/').at(-1)!);
      return order
        ? Response.json({ status: order.status, until: order.payEndDttm })
        : new Response(null, { status: 404 });
    },
  };
}
