import { expect, test } from 'vitest';
import { afterPayment } from '../../examples/nextjs/lib/after-payment.ts';
import type { Order, Payment } from '../../examples/nextjs/lib/order.ts';

const EXPIRES = 1_800_000_000_000;
const order: Order = {
  id: 'order-1',
  shopper: 'shopper-1',
  items: [],
  totalAmt: 3000,
  status: 'waiting',
  createdAt: EXPIRES - 1000,
  sentAt: EXPIRES - 900,
  expiresAt: EXPIRES,
  paidAt: null,
  paidBy: null,
  cancelledAt: null,
  cancelledBy: null,
  withdrawal: null,
  name: '김스테드',
};
const paid: Order = { ...order, status: 'paid', paidAt: EXPIRES - 500, paidBy: 'x' };
const event = (status: Payment['status'], insteadUid = 'y'): Payment => ({
  idempotencyKey: `${insteadUid}:${status}`,
  insteadUid,
  status,
  amount: 3000,
});
const inTime = { receivedAt: EXPIRES, isUndone: false, wasOwed: false };
const refund = (reason: string) => ({ kind: 'refund', reason });

test.for([
  ['pays a waiting order', order, event('paid'), inTime, 'paid', { kind: 'bake' }],
  [
    'pays an order whose sent report has not arrived',
    { ...order, status: 'created' },
    event('paid'),
    inTime,
    'paid',
    { kind: 'bake' },
  ],
  [
    'pays a failed order: the payer tried again',
    { ...order, status: 'failed' },
    event('paid'),
    inTime,
    'paid',
    { kind: 'bake' },
  ],
  ['leaves a second payment to a person', paid, event('paid'), inTime, 'paid', refund('surplus')],
  [
    'leaves a payment for a cancelled order to a person',
    { ...order, status: 'cancelled' },
    event('paid'),
    inTime,
    'cancelled',
    refund('cancelled'),
  ],
  [
    'leaves a late payment to a person',
    order,
    event('paid'),
    { ...inTime, receivedAt: EXPIRES + 1 },
    'waiting',
    refund('late'),
  ],
  [
    'ignores a payment whose cancellation came first',
    order,
    event('paid'),
    { ...inTime, isUndone: true },
    'waiting',
    null,
  ],
  ['cancels what the cancelled payment paid', paid, event('cancelled', 'x'), inTime, 'cancelled', null],
  ['keeps an order that another payment paid', paid, event('cancelled', 'y'), inTime, 'paid', null],
  [
    'keeps an order whose owed payment was returned',
    order,
    event('cancelled'),
    { ...inTime, wasOwed: true },
    'waiting',
    null,
  ],
  ['marks a failed payment', order, event('failed'), inTime, 'failed', null],
  ['keeps a paid order when another try failed', paid, event('failed'), inTime, 'paid', null],
] as [string, Order, Payment, typeof inTime, string, object | null][])(
  '%s',
  ([, before, payment, circumstances, status, task]) => {
    const after = afterPayment(before, payment, circumstances);
    expect(after.order.status).toBe(status);
    expect(after.task).toEqual(task);
    expect(after.order.paidBy).toBe(status === 'paid' ? (before.paidBy ?? payment.insteadUid) : before.paidBy);
  },
);
