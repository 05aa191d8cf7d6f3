import { expect, test } from 'vitest';
import { createWebhookHandler, type WebhookPayload } from 'react-instead-pay/server';
import { notify } from './memory-shop.ts';
import { openWebhook, uid } from './open-webhook.ts';

test('process returns 200 and pays the order, without a Request and without the secret', async () => {
  const { webhook, payload, order } = openWebhook({ secret: 's' });
  expect(await webhook.process(payload)).toEqual({ status: 200 });
  expect(order.status).toBe('paid');
});

test('process returns the status that GET responds with, and the reason', async () => {
  const down = { lookupPayment: () => Promise.reject(new Error('down')) };
  for (const [changes, result] of [
    [{ isProcessed: async () => true }, { status: 200 }],
    [{ findOrder: async () => null }, { status: 404, reason: 'order' }],
    [{ lookupPayment: async () => null }, { status: 409, reason: 'unknown_payment' }],
    [{ onPaid: () => Promise.reject(new Error('deadlock')) }, { status: 500 }],
    [down, { status: 502 }],
  ] as const) {
    const { webhook, payload } = openWebhook(changes);
    expect(await webhook.process(payload)).toEqual(result);
    expect((await webhook.GET(notify(payload))).status).toBe(result.status);
  }
});

test('process and GET share one run for concurrent copies', async () => {
  const { shop, webhook, payload } = openWebhook();
  const [result, response] = await Promise.all([webhook.process(payload), webhook.GET(notify(payload))]);
  expect([result.status, response.status, shop.lookups]).toEqual([200, 200, 1]);
});

test('process ignores other fields of a stored row, also for sharing a run', async () => {
  const { shop, webhook, payload } = openWebhook();
  const rows = [{ id: 7, ...payload }, payload, { ...payload, receivedAt: new Date() }];
  await Promise.all(rows.map((row) => webhook.process(row)));
  expect(shop.lookups).toBe(1);
});

test.each([
  { insteadUid: '..' },
  { insteadUid: undefined },
  { merchantUid: 1042 },
  { merchantUid: ' o-1' },
  { status: 'PAID' },
])('process rejects with invalid_webhook for a payload that no webhook can have: %j', async (change) => {
  const { shop, webhook, payload } = openWebhook();
  await expect(webhook.process({ ...payload, ...change } as WebhookPayload)).rejects.toMatchObject({
    code: 'invalid_webhook',
  });
  expect(shop.lookups).toBe(0);
});

test('process needs no `this`', async () => {
  const { process } = openWebhook().webhook;
  expect((await process({ insteadUid: uid, merchantUid: 'none', status: 'paid' })).status).toBe(404);
});

test('a retry processes a webhook that was rejected before', async () => {
  const { shop, webhook, payload, order } = openWebhook();
  shop.payments.clear();
  expect(await webhook.process(payload)).toMatchObject({ status: 409 });
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid: order.merchantUid, sandbox: false });
  expect(await webhook.process(payload)).toEqual({ status: 200 });
});

test('calls the secret function with the options as this', async () => {
  const { shop, payload } = openWebhook();
  const calls: unknown[] = [];
  const options = {
    ...shop.options,
    findOrder: async () => null,
    secret(): string {
      calls.push(this);
      return 's';
    },
  };
  await createWebhookHandler(options).GET(notify(payload, { key: 's' }));
  expect(calls).toEqual([options]);
});
