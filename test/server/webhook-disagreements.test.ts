import { expect, test } from 'vitest';
import type { PaymentLookup } from 'react-instead-pay/server';
import { notify } from './memory-shop.ts';
import { answer, look, openWebhook, uid } from './open-webhook.ts';

const disagreements: [string, Partial<PaymentLookup> | null][] = [
  ['has another status', { status: 'failed' }],
  ['has a status of its own', { status: 'PAID' as 'paid' }],
  ['names another order', { merchantUid: 'order-2' }],
  ['names an empty order', { merchantUid: '' }],
  ['names another payment', { insteadUid: 'imp_2' }],
  ['has less', { amount: 2999 }],
  ['has more', { amount: 3001 }],
  ['has nothing', { amount: 0 }],
  ['has the amount as text', { amount: '3000' as never }],
  ['has no amount', { amount: undefined }],
  ['knows no such payment', null],
];
test.each(disagreements)('409: the look-up %s', async (_, difference) => {
  const { shop, webhook, payload, order } = openWebhook();
  const { merchantUid } = order;
  if (difference) shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid, ...difference });
  else shop.payments.clear();
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(409));
  expect(order.status).toBe('waiting');
  expect(shop.ran).toEqual([]);
});

test.each([0, -3000, 0.5, NaN, Infinity, 2 ** 53, '3000', null, undefined, 3000n])(
  '409: %s is no amount to pay, even where both sides say so',
  async (amount) => {
    const { shop, webhook, payload, order } = openWebhook();
    order.totalAmt = amount as number;
    shop.payments.set(uid, { status: 'paid', amount: amount as number });
    expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(409));
    expect(shop.ran).toEqual([]);
  },
);

test('a look-up that leaves the numbers out, or has null for them, agrees', async () => {
  const { shop, webhook, payload, order } = openWebhook();
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid: null, insteadUid: null });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(200));
  expect(order.status).toBe('paid');
});
