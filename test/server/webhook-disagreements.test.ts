import { expect, test, vi } from 'vitest';
import type { PaymentLookup, WebhookRejection } from 'react-instead-pay/server';
import { notify } from './memory-shop.ts';
import { openWebhook, readResponse, responseOf, uid } from './open-webhook.ts';

const mismatches: [string, WebhookRejection['reason'], Partial<PaymentLookup> | null][] = [
  ['returns another status', 'status', { status: 'failed' }],
  ['returns an unknown status', 'status', { status: 'PAID' as 'paid' }],
  ['returns another order', 'order', { merchantUid: 'order-2' }],
  ['returns an empty order', 'order', { merchantUid: '' }],
  ['returns another payment', 'unknown_payment', { insteadUid: 'imp_2' }],
  ['returns a test payment', 'mode', { sandbox: true }],
  ['returns a smaller amount', 'amount', { amount: 2999 }],
  ['returns a larger amount', 'amount', { amount: 3001 }],
  ['returns null', 'unknown_payment', null],
];
test.each(mismatches)('409: the look-up %s; calls onRejected with %s', async (_, reason, difference) => {
  const onRejected = vi.fn();
  const { shop, webhook, payload, order } = openWebhook({ onRejected });
  const { merchantUid } = order;
  const lookup = difference && { status: 'paid' as const, amount: 3000, merchantUid, sandbox: false, ...difference };
  if (lookup) shop.payments.set(uid, lookup);
  else shop.payments.clear();
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(409));
  expect(onRejected).toHaveBeenCalledExactlyOnceWith({ reason, payload, lookup });
  expect(await webhook.process(payload)).toEqual({ status: 409, reason });
  expect(order.status).toBe('waiting');
  expect(shop.ran).toEqual([]);
});

test.each(['paid', 'cancelled', 'failed'] as const)(
  '409 mode: a test payment never changes a live order, and a real one no test order, with status %s',
  async (status) => {
    for (const sandbox of [true, false]) {
      const { shop, webhook, payload, order } = openWebhook({ sandbox });
      const { merchantUid } = order;
      shop.payments.set(uid, { status, amount: 3000, merchantUid, sandbox: !sandbox });
      expect(await webhook.process({ ...payload, status })).toEqual({ status: 409, reason: 'mode' });
      expect(order.status).toBe('waiting');
      shop.payments.set(uid, { status, amount: 3000, merchantUid, sandbox });
      expect(await webhook.process({ ...payload, status })).toEqual({ status: 200 });
      expect(order.status).toBe(status);
    }
  },
);

const incomparable: unknown[] = ['3000', 0, -3000, 0.5, NaN, Infinity, 2 ** 53, null, undefined, 3000n, true];

test.each(incomparable)('500: the look-up returns the amount %o; calls onError, not onRejected', async (amount) => {
  const calls = { onError: vi.fn(), onRejected: vi.fn() };
  const { shop, webhook, payload, order } = openWebhook(calls);
  const { merchantUid } = order;
  shop.payments.set(uid, { status: 'paid', amount: amount as number, merchantUid, sandbox: false });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(500));
  expect(calls.onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringMatching(/^`amount` .*positive integer/) as string }),
    payload,
  );
  expect(calls.onRejected).not.toHaveBeenCalled();
  expect(shop.ran).toEqual([]);
});

test.each(incomparable)('500: the amount is %o in both the order and the look-up', async (amount) => {
  const onError = vi.fn();
  const { shop, webhook, payload, order } = openWebhook({ onError });
  order.totalAmt = amount as number;
  const { merchantUid } = order;
  shop.payments.set(uid, { status: 'paid', amount: amount as number, merchantUid, sandbox: false });
  expect((await webhook.GET(notify(payload))).status).toBe(500);
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid, sandbox: false });
  expect((await webhook.GET(notify(payload))).status).toBe(500);
  expect(onError).toHaveBeenCalledTimes(2);
  expect(onError.mock.calls[1]?.[0]).toHaveProperty('message', expect.stringMatching(/^`totalAmt`/));
  expect(shop.ran).toEqual([]);
});

test.each([
  ['no sandbox', { sandbox: undefined }],
  ['sandbox as text', { sandbox: '0' }],
  ['sandbox as a number', { sandbox: 0 }],
  ['no merchantUid', { merchantUid: undefined }],
  ['merchantUid as a number', { merchantUid: 1 }],
  ['insteadUid as a number', { insteadUid: 1 }],
])('500: the look-up returns %s; calls onError with the field', async (_, field) => {
  const onError = vi.fn();
  const { shop, webhook, payload, order } = openWebhook({ onError });
  const { merchantUid } = order;
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid, sandbox: false, ...(field as object) });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(500));
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError), payload);
  expect(String(onError.mock.calls[0]?.[0])).toMatch(
    new RegExp(`\`${Object.keys(field)[0]}\` must be a .*cannot be compared`),
  );
  expect(order.status).toBe('waiting');
});

test('200: the look-up returns null for merchantUid, insteadUid and sandbox', async () => {
  for (const sandbox of [true, false]) {
    const { shop, webhook, payload, order } = openWebhook({ sandbox });
    shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid: null, insteadUid: null, sandbox: null });
    expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(200));
    expect(order.status).toBe('paid');
  }
});
