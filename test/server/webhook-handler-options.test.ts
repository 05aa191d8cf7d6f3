import { expect, expectTypeOf, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, notify } from './memory-shop.ts';

const { options } = createMemoryShop();
const { findOrder, lookupPayment, onPaid, onCancelled, onFailed } = options;

test('a hook without lookupPayment does not compile, and throws at creation', () => {
  // @ts-expect-error: the notice alone proves nothing
  expect(() => createWebhookHandler({ findOrder, onPaid, onCancelled, onFailed })).toThrow(
    /lookupPayment.*unsigned.*Give/,
  );
  // @ts-expect-error: nor is a promise of later one
  expect(() => createWebhookHandler({ ...options, lookupPayment: undefined })).toThrow(TypeError);
});

test.each(['findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const)(
  'a hook without %s throws at creation',
  (name) => {
    expect(() => createWebhookHandler({ ...options, [name]: undefined })).toThrow(name);
  },
);

test('a hook without any options throws the same sentence', () => {
  // @ts-expect-error: everything is missing
  expect(() => createWebhookHandler()).toThrow(/createWebhookHandler\(\) has no lookupPayment/);
});

test.each(['', '  ', '\n', null, 0])('an empty secret throws at creation: %j', (secret) => {
  expect(() => createWebhookHandler({ ...options, secret: secret as string })).toThrow(/empty secret/);
});

test('a secret that is undefined asks for no key', async () => {
  const { GET } = createWebhookHandler({ ...options, secret: undefined });
  expect((await GET(notify({ insteadUid: 'a', merchantUid: 'b', status: 'paid' }))).status).toBe(404);
});

test('the handlers get the order with the fields that the shop gave it', () => {
  createWebhookHandler({
    findOrder: async (merchantUid) => ({ totalAmt: 1, buyer: merchantUid }),
    lookupPayment,
    onPaid: async (order, payment) => {
      expectTypeOf(order.buyer).toEqualTypeOf<string>();
      expectTypeOf(payment.status).toEqualTypeOf<'paid' | 'cancelled' | 'failed'>();
    },
    onCancelled: async () => {},
    onFailed: async () => {},
  });
});

test('an order without totalAmt, and a handler that is not waited for, do not compile', () => {
  // @ts-expect-error: nothing to compare the amount with
  createWebhookHandler({ ...options, findOrder: async () => ({ price: 1 }) });
  // @ts-expect-error: 200 would be answered before anything is committed
  createWebhookHandler({ ...options, onPaid: () => {} });
});
