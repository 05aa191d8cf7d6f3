import { createWebhookHandler } from 'react-instead-pay/server';
import { orders } from '../orders/books';

const become = (status) => async (order) => void (order.status = status);

export const { GET, HEAD } = createWebhookHandler({
  findOrder: async (merchantUid) => orders.get(merchantUid),
  async lookupPayment({ insteadUid }) {
    const response = await fetch(`${process.env.SANDBOX}/api/payments/${encodeURIComponent(insteadUid)}`);
    const { status, amount, merchant_uid, sandboxYn } = await response.json();
    return { status, amount, merchantUid: merchant_uid, sandbox: sandboxYn === '1' };
  },
  sandbox: true,
  onPaid: become('paid'),
  onCancelled: become('cancelled'),
  onFailed: become('failed'),
});
