import { expect, test } from 'vitest';
import type { PaymentLookup } from 'react-instead-pay/server';
import { notify } from './memory-shop.ts';
import { openWebhook, readResponse, responseOf, uid } from './open-webhook.ts';

const mismatches: [string, Partial<PaymentLookup> | null][] = [
  ['returns another status', { status: 'failed' }],
  ['returns an unknown status', { status: 'PAID' as 'paid' }],
  ['returns another order', { merchantUid: 'order-2' }],
  ['returns an empty order', { merchantUid: '' }],
  ['returns another payment', { insteadUid: 'imp_2' }],
  ['returns a smaller amount', { amount: 2999 }],
  ['returns a larger amount', { amount: 3001 }],
  ['returns the amount 0', { amount: 0 }],
  ['returns the amount as text', { amount: '3000' as never }],
  ['returns no amount', { amount: undefined }],
  ['returns null', null],
];
test.each(mismatches)('409: the look-up %s', async (_, difference) => {
  const { shop, webhook, payload, order } = openWebhook();
  const { merchantUid } = order;
  if (difference) shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid, ...difference });
  else shop.payments.clear();
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(409));
  expect(order.status).toBe('waiting');
  expect(shop.ran).toEqual([]);
});

test.each([0, -3000, 0.5, NaN, Infinity, 2 ** 53, '3000', null, undefined, 3000n])(
  '409: the amount is %s in both the order and the look-up',
  async (amount) => {
    const { shop, webhook, payload, order } = openWebhook();
    order.totalAmt = amount as number;
    shop.payments.set(uid, { status: 'paid', amount: amount as number });
    expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(409));
    expect(shop.ran).toEqual([]);
  },
);

test('200: the look-up returns null for merchantUid and insteadUid', async () => {
  const { shop, webhook, payload, order } = openWebhook();
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid: null, insteadUid: null });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(200));
  expect(order.status).toBe('paid');
});
