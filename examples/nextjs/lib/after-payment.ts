import type { Order, Payment, TaskKind } from './orders';

interface AfterPayment {
  order: Order;
  /** What is to be done for it. */
  task: TaskKind | null;
}

/**
 * The order after a payment's event, which may come late, out of order, or of a second payment for the same order.
 *
 * `isUndone`: a cancellation of this payment was received before.
 */
export function afterPayment(order: Order, payment: Payment, isUndone: boolean, now: number): AfterPayment {
  const same: AfterPayment = { order, task: null };
  switch (payment.status) {
    case 'paid':
      if (isUndone) return same;
      // Money that came for an order that wants none is to be given back: a person has to look at it.
      if (order.status === 'paid' || order.status === 'cancelled') return { order, task: 'refund' };
      // Also after `failed`: the friend's second card went through.
      return { order: { ...order, status: 'paid', paidAt: now, paidBy: payment.insteadUid }, task: 'bake' };
    case 'cancelled':
      // A paid order is undone only by the cancellation of the payment that paid it.
      if (order.status === 'paid' && order.paidBy !== payment.insteadUid) return same;
      return { order: { ...order, status: 'cancelled' }, task: null };
    case 'failed':
      if (order.status === 'paid' || order.status === 'cancelled') return same;
      return { order: { ...order, status: 'failed' }, task: null };
  }
}
