import type { Order, Payment } from './orders';

/** The order after a payment's event, which may come late, out of order, or of a second payment for the same order. */
export function afterPayment(order: Order, payment: Payment, now: number): Order {
  switch (payment.status) {
    case 'paid':
      // Money that came for an order that wants none is to be given back: a person has to look at it.
      if (order.status === 'paid' || order.status === 'cancelled') {
        console.warn(`Payment ${payment.insteadUid} came for the ${order.status} order ${order.id}: refund it.`);
        return order;
      }
      // Also after `failed`: the friend's second card went through.
      return { ...order, status: 'paid', paidAt: now, paidBy: payment.insteadUid };
    case 'cancelled':
      // A paid order is undone by the cancellation of what paid it, and of nothing else.
      if (order.status === 'paid' && order.paidBy !== payment.insteadUid) return order;
      return { ...order, status: 'cancelled' };
    case 'failed':
      return order.status === 'paid' || order.status === 'cancelled' ? order : { ...order, status: 'failed' };
  }
}
