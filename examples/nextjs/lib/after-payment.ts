import type { Order, Payment } from './order';
import type { RefundReason } from './refund-reason';

interface AfterPayment {
  order: Order;
  /** What is to be done for it. Money that was not due waits for a person, with the reason. */
  task: { kind: 'bake' } | { kind: 'refund'; reason: RefundReason } | null;
}

interface Circumstances {
  /** Unix ms. When the webhook of this payment was received first: the shop may have been down since. */
  receivedAt: number;
  /** A cancellation of this payment was received before. */
  isUndone: boolean;
  /** This payment never paid the order: the staff's list has it, or had it. */
  wasOwed: boolean;
}

/** Returns the order after a payment's event, which may be late, out of order, or of a second payment for the same order. */
export function afterPayment(
  order: Order,
  payment: Payment,
  { receivedAt, isUndone, wasOwed }: Circumstances,
): AfterPayment {
  const same: AfterPayment = { order, task: null };
  switch (payment.status) {
    case 'paid':
      if (isUndone) return same;
      if (order.status === 'paid') return { order, task: { kind: 'refund', reason: 'surplus' } };
      if (order.status === 'cancelled') return { order, task: { kind: 'refund', reason: 'cancelled' } };
      if (receivedAt > order.expiresAt) return { order, task: { kind: 'refund', reason: 'late' } };
      // Also after `failed`: the payer tried again, with another card.
      return {
        order: { ...order, status: 'paid', paidAt: Date.now(), paidBy: payment.insteadUid },
        task: { kind: 'bake' },
      };
    case 'cancelled':
      // Only the payment that paid the order cancels it. The return of any other leaves it as it is.
      if (wasOwed || (order.status === 'paid' && order.paidBy !== payment.insteadUid)) return same;
      return { order: { ...order, status: 'cancelled' }, task: null };
    case 'failed':
      if (order.status === 'paid' || order.status === 'cancelled') return same;
      return { order: { ...order, status: 'failed' }, task: null };
  }
}
