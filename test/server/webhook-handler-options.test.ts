import { expect, expectTypeOf, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, notify } from './memory-shop.ts';

const { options } = createMemoryShop();
const { findOrder, lookupPayment, onPaid, onCancelled, onFailed } = options;

test('throws at creation, and does not compile, without lookupPayment', () => {
  // @ts-expect-error: a payload is unverified
  expect(() => createWebhookHandler({ findOrder, onPaid, onCancelled, onFailed })).toThrow(
    /`lookupPayment` must be a function.*unverified/,
  );
  // @ts-expect-error: undefined is not a function
  expect(() => createWebhookHandler({ ...options, lookupPayment: undefined })).toThrow(TypeError);
});

test.each(['findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const)('throws at creation without %s', (name) => {
  expect(() => createWebhookHandler({ ...options, [name]: undefined })).toThrow(name);
});

test('throws the same error without options', () => {
  // @ts-expect-error: everything is missing
  expect(() => createWebhookHandler()).toThrow(
    /`lookupPayment` must be a function\. createWebhookHandler\(\) requires it/,
  );
});

test.each(['', '  ', '\n', null, 0])('throws at creation for an empty secret: %j', (secret) => {
  expect(() => createWebhookHandler({ ...options, secret: secret as string })).toThrow(
    /`secret` must be a non-empty string/,
  );
});

test.each(['isProcessed', 'onRejected', 'onError'] as const)(
  'throws at creation for %s that is no function',
  (name) => {
    for (const value of [null, 'log', {}]) {
      expect(() => createWebhookHandler({ ...options, [name]: value })).toThrow(`\`${name}\` must be a function`);
    }
    expect(() => createWebhookHandler({ ...options, [name]: undefined })).not.toThrow();
  },
);

test.each(['false', '1', 0, null])('throws at creation for sandbox as %j', (sandbox) => {
  expect(() => createWebhookHandler({ ...options, sandbox: sandbox as unknown as boolean })).toThrow(
    /`sandbox` must be a boolean/,
  );
});

test('requires no key when the secret is undefined', async () => {
  const { GET } = createWebhookHandler({ ...options, secret: undefined });
  expect((await GET(notify({ insteadUid: 'a', merchantUid: 'b', status: 'paid' }))).status).toBe(404);
});

test('passes the order with all its fields to the handlers', () => {
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

test('does not compile for an order without totalAmt, or a handler that returns no promise', () => {
  // @ts-expect-error: totalAmt is compared with the amount
  createWebhookHandler({ ...options, findOrder: async () => ({ price: 1 }) });
  // @ts-expect-error: the response would be sent before the commit
  createWebhookHandler({ ...options, onPaid: () => {} });
});
