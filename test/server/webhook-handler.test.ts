import { expect, test, vi } from 'vitest';
import { HOOK_URL, notify } from './memory-shop.ts';
import { openWebhook, readResponse, responseOf, uid } from './open-webhook.ts';

test('200: calls onPaid with the order and the payment when the look-up confirms the webhook', async () => {
  const onPaid = vi.fn(async () => {});
  const { webhook, payload, order } = openWebhook({ onPaid });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(200));
  const { merchantUid } = order;
  expect(onPaid).toHaveBeenCalledExactlyOnceWith(order, {
    ...{ idempotencyKey: `${uid}:paid`, insteadUid: uid, merchantUid, status: 'paid', amount: 3000 },
  });
});

test.each(['cancelled', 'failed'] as const)(
  '200: calls the handler of %s, and does not compare the amount',
  async (status) => {
    const { shop, webhook, payload, order } = openWebhook();
    shop.payments.set(uid, { status, amount: 0, merchantUid: order.merchantUid, sandbox: false });
    expect(await readResponse(await webhook.GET(notify({ ...payload, status })))).toEqual(responseOf(200));
    expect(order.status).toBe(status);
    expect(shop.ran).toEqual([`${uid}:${status}`]);
  },
);

test('200: calls neither the look-up nor a handler when isProcessed returns true', async () => {
  const isProcessed = vi.fn(async () => true);
  const { shop, webhook, payload } = openWebhook({ isProcessed });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(200));
  expect(isProcessed).toHaveBeenCalledExactlyOnceWith(`${uid}:paid`);
  expect(shop.lookups).toBe(0);
  expect(shop.ran).toEqual([]);
});

// A query that found nothing returns `[]`, which is truthy. The payment would be lost.
test.each([false, undefined, [], 1, 'no'])(
  'calls the handler when isProcessed returns %j rather than true',
  async (output) => {
    const { webhook, payload, order } = openWebhook({ isProcessed: async () => output as boolean });
    await webhook.GET(notify(payload));
    expect(order.status).toBe('paid');
  },
);

test('400: rejects an invalid query before findOrder and the look-up', async () => {
  const findOrder = vi.fn(async () => null);
  const { shop, webhook } = openWebhook({ findOrder });
  expect(await readResponse(await webhook.GET(new Request(`${HOOK_URL}?status=paid`)))).toEqual(responseOf(400));
  expect(findOrder).not.toHaveBeenCalled();
  expect(shop.lookups).toBe(0);
});

test('403: rejects a missing or wrong key before the query is parsed', async () => {
  const { shop, webhook, payload, order } = openWebhook({ secret: 'correct horse' });
  for (const key of ['', 'correct', 'correct horsf', 'correct horse ', 'correct horsecorrect horse']) {
    expect(await readResponse(await webhook.GET(notify(payload, { key })))).toEqual(responseOf(403));
  }
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(403));
  expect(await readResponse(await webhook.GET(new Request(HOOK_URL)))).toEqual(responseOf(403));
  expect(shop.lookups).toBe(0);
  expect(await readResponse(await webhook.GET(notify(payload, { key: 'correct horse' })))).toEqual(responseOf(200));
  expect(order.status).toBe('paid');
});

test.each([null, undefined])('404: findOrder returns %s; does not look the payment up', async (order) => {
  const { shop, webhook, payload } = openWebhook({ findOrder: async () => order });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(404));
  expect(shop.lookups).toBe(0);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('405: rejects %s in both exports', async (method) => {
  const { shop, webhook, payload } = openWebhook();
  for (const route of [webhook.GET, webhook.HEAD]) {
    const response = await route(notify(payload, { method }));
    expect(response.headers.get('allow')).toBe('GET');
    expect(await readResponse(response)).toEqual(responseOf(405));
  }
  expect(shop.ran).toEqual([]);
});

test('405: rejects HEAD without a body, also when the framework calls GET for it', async () => {
  const { shop, webhook, payload } = openWebhook();
  for (const route of [webhook.GET, webhook.HEAD]) {
    const response = await route(notify(payload, { method: 'HEAD' }));
    expect(response.headers.get('allow')).toBe('GET');
    expect(await readResponse(response)).toEqual({ ...responseOf(405), body: '' });
  }
  expect(shop.lookups).toBe(0);
});
