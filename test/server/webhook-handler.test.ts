import { expect, test, vi } from 'vitest';
import { HOOK_URL, notify } from './memory-shop.ts';
import { answer, look, openWebhook, uid } from './open-webhook.ts';

test('200: what Instead confirms reaches the handler, with the order and the payment', async () => {
  const onPaid = vi.fn(async () => {});
  const { webhook, payload, order } = openWebhook({ onPaid });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(200));
  const { merchantUid } = order;
  expect(onPaid).toHaveBeenCalledExactlyOnceWith(order, {
    ...{ idempotencyKey: `${uid}:paid`, insteadUid: uid, merchantUid, status: 'paid', amount: 3000 },
  });
});

test.each(['cancelled', 'failed'] as const)(
  '200: %s reaches its own handler, and the amount is not compared',
  async (status) => {
    const { shop, webhook, payload, order } = openWebhook();
    shop.payments.set(uid, { status, amount: 0 });
    expect(await look(await webhook.GET(notify({ ...payload, status })))).toEqual(answer(200));
    expect(order.status).toBe(status);
    expect(shop.ran).toEqual([`${uid}:${status}`]);
  },
);

test('200: what the shop has committed runs nothing and asks nobody', async () => {
  const isProcessed = vi.fn(async () => true);
  const { shop, webhook, payload } = openWebhook({ isProcessed: isProcessed });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(200));
  expect(isProcessed).toHaveBeenCalledExactlyOnceWith(`${uid}:paid`);
  expect(shop.lookups).toBe(0);
  expect(shop.ran).toEqual([]);
});

// `[]` is what a query returns that found nothing. Taken for yes, it would lose the payment.
test.each([false, undefined, [], 1, 'no'])('only true is done: %j runs the handler', async (output) => {
  const { webhook, payload, order } = openWebhook({ isProcessed: async () => output as boolean });
  await webhook.GET(notify(payload));
  expect(order.status).toBe('paid');
});

test('400: not a notice, and nobody is asked', async () => {
  const findOrder = vi.fn(async () => null);
  const { shop, webhook } = openWebhook({ findOrder });
  expect(await look(await webhook.GET(new Request(`${HOOK_URL}?status=paid`)))).toEqual(answer(400));
  expect(findOrder).not.toHaveBeenCalled();
  expect(shop.lookups).toBe(0);
});

test('403: without the key, or with a wrong one, not even the notice is read', async () => {
  const { shop, webhook, payload, order } = openWebhook({ secret: 'correct horse' });
  for (const key of ['', 'correct', 'correct horsf', 'correct horse ', 'correct horsecorrect horse']) {
    expect(await look(await webhook.GET(notify(payload, { key })))).toEqual(answer(403));
  }
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(403));
  expect(await look(await webhook.GET(new Request(HOOK_URL)))).toEqual(answer(403));
  expect(shop.lookups).toBe(0);
  expect(await look(await webhook.GET(notify(payload, { key: 'correct horse' })))).toEqual(answer(200));
  expect(order.status).toBe('paid');
});

test.each([null, undefined])('404: an unknown order (%s), and Instead is not asked', async (none) => {
  const { shop, webhook, payload } = openWebhook({ findOrder: async () => none });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(404));
  expect(shop.lookups).toBe(0);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '405: %s runs nothing, whichever export gets it',
  async (method) => {
    const { shop, webhook, payload } = openWebhook();
    for (const route of [webhook.GET, webhook.HEAD]) {
      const response = await route(notify(payload, { method }));
      expect(response.headers.get('allow')).toBe('GET');
      expect(await look(response)).toEqual(answer(405));
    }
    expect(shop.ran).toEqual([]);
  },
);

test('405: HEAD runs nothing and has no body, also when the framework sends it to GET', async () => {
  const { shop, webhook, payload } = openWebhook();
  for (const route of [webhook.GET, webhook.HEAD]) {
    const response = await route(notify(payload, { method: 'HEAD' }));
    expect(response.headers.get('allow')).toBe('GET');
    expect(await look(response)).toEqual({ ...answer(405), body: '' });
  }
  expect(shop.lookups).toBe(0);
});
