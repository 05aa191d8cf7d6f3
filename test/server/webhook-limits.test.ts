import { afterEach, expect, test, vi } from 'vitest';
import { createWebhookHandler, type PaymentLookup, type WebhookPayload } from 'react-instead-pay/server';
import { createRunSharing } from '../../src/server/share-runs.ts';
import { notify } from './memory-shop.ts';
import { openWebhook } from './open-webhook.ts';

afterEach(() => void vi.useRealTimers());

/** Opens a shop whose look-ups take a task, and counts those in progress. */
function openCounted() {
  const count = { now: 0, most: 0, total: 0 };
  const opened = openWebhook();
  const { options, payments } = opened.shop;
  const lookupPayment = async ({ insteadUid }: WebhookPayload): Promise<PaymentLookup | null> => {
    count.total++;
    count.most = Math.max(count.most, ++count.now);
    await new Promise((resolve) => setImmediate(resolve));
    count.now--;
    return payments.get(insteadUid) ?? null;
  };
  return { ...opened, webhook: createWebhookHandler({ ...options, lookupPayment }), count };
}

const forge = (payload: WebhookPayload, length: number, merchantUid = payload.merchantUid) =>
  Array.from({ length }, (_, i) => notify({ ...payload, merchantUid, insteadUid: `forged_${i}` }));

test('a thousand forged webhooks for one order have 4 look-ups in progress, and the real one among them pays', async () => {
  const { webhook, payload, order, count } = openCounted();
  const requests = forge(payload, 1000);
  requests.splice(500, 0, notify(payload));
  const statuses = await Promise.all(requests.map(async (request) => (await webhook.GET(request)).status));
  expect(statuses[500]).toBe(200);
  expect(new Set(statuses)).toEqual(new Set([200, 409]));
  expect(count).toMatchObject({ most: 4, now: 0 });
  expect(order.timesPaid).toBe(1);
});

test('forged webhooks for many orders have 32 look-ups in progress, and the real one among them pays', async () => {
  const { shop, webhook, payload, order, count } = openCounted();
  const requests = Array.from({ length: 50 }, () => forge(payload, 10, shop.addOrder().merchantUid)).flat();
  requests.splice(250, 0, notify(payload));
  const statuses = await Promise.all(requests.map(async (request) => (await webhook.GET(request)).status));
  expect(statuses[250]).toBe(200);
  expect(count).toMatchObject({ most: 32, total: 501 });
  expect(order.status).toBe('paid');
});

test('look-ups that hang for one order do not delay another order', async () => {
  const { shop, webhook, payload, order } = openWebhook({
    lookupPayment: (each) =>
      each.merchantUid === victim.merchantUid ? new Promise(() => {}) : shop.options.lookupPayment(each),
  });
  const victim = shop.addOrder();
  for (const request of forge(payload, 100, victim.merchantUid)) void webhook.GET(request);
  expect((await webhook.GET(notify(payload))).status).toBe(200);
  expect(order.status).toBe('paid');
});

test('of the copies of a request that was cut off, one starts again after a second, and all get its response', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const lookupPayment = vi.fn();
  const { shop, webhook, payload, order } = openWebhook({ lookupPayment });
  // As in workerd, where the work of a request ends with it.
  lookupPayment.mockReturnValueOnce(new Promise(() => {})).mockImplementation(shop.options.lookupPayment);
  void webhook.GET(notify(payload));
  const copies = Promise.all(Array.from({ length: 9 }, () => webhook.GET(notify(payload))));
  await vi.advanceTimersByTimeAsync(900);
  expect(lookupPayment).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(600);
  expect((await copies).map(({ status }) => status)).toEqual(Array(9).fill(200));
  expect(lookupPayment).toHaveBeenCalledTimes(2);
  expect(order.timesPaid).toBe(1);
});

test('look-ups that hang give their places back after 30 seconds', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { shop, webhook, payload } = openWebhook({
    lookupPayment: (each) =>
      each.insteadUid.startsWith('forged') ? new Promise(() => {}) : shop.options.lookupPayment(each),
  });
  for (const request of forge(payload, 4)) void webhook.GET(request);
  const real = webhook.GET(notify(payload));
  vi.advanceTimersByTime(30_000);
  expect((await real).status).toBe(200);
});

test('a run that finds no place within 30 seconds resolves with undefined, and is not started', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const share = createRunSharing<string>();
  const start = vi.fn(() => new Promise<string>(() => {}));
  for (let i = 0; i < 4; i++) void share(`run ${i}`, 'order', start);
  const late = share('late', 'order', start);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await late).toBeUndefined();
  expect(start).toHaveBeenCalledTimes(4);
});

test('502: calls onError for a webhook that finds no place', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const onError = vi.fn();
  const { webhook, payload } = openWebhook({ lookupPayment: () => new Promise(() => {}), onError });
  for (const request of forge(payload, 4)) void webhook.GET(request);
  const late = webhook.process(payload);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await late).toEqual({ status: 502 });
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining('Too many webhooks') as string }),
    payload,
  );
});
