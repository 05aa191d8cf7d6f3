import { expect, test, vi } from 'vitest';
import { createWebhookHandler, type WebhookHandlerOptions } from 'react-instead-pay/server';
import { createMemoryShop, notify, type MemoryOrder } from './memory-shop.ts';
import { answer, look, openWebhook, uid } from './open-webhook.ts';

const broken = new Error('password=hunter2 at db.internal');
const throwing = async (): Promise<never> => {
  throw broken;
};
const throwingAtOnce = () => {
  throw broken;
};
const faults: [number, string, Partial<WebhookHandlerOptions<MemoryOrder>>][] = [
  [502, 'lookupPayment rejects', { lookupPayment: throwing }],
  [502, 'lookupPayment throws', { lookupPayment: throwingAtOnce }],
  [500, 'findOrder rejects', { findOrder: throwing }],
  [500, 'isProcessed rejects', { isProcessed: throwing }],
  [500, 'onPaid rejects', { onPaid: throwing }],
  [500, 'onPaid throws', { onPaid: throwingAtOnce }],
];
test.each(faults)('%i: %s; onError is called, the response contains nothing of it', async (code, _, fault) => {
  const onError = vi.fn();
  const { webhook, payload, order } = openWebhook({ ...fault, onError });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(code));
  expect(onError).toHaveBeenCalledExactlyOnceWith(broken, payload);
  expect(order.status).toBe('waiting');
});

test('without onError the error alone goes to the console', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { webhook, payload } = openWebhook({ onPaid: throwing, onError: undefined });
  await webhook.GET(notify(payload));
  expect(log.mock.calls).toEqual([[broken]]);
  log.mockRestore();
});

test.each([throwing, throwingAtOnce])('an onError that throws itself breaks nothing', async (onError) => {
  const { webhook, payload } = openWebhook({ onPaid: throwing, onError });
  expect(await look(await webhook.GET(notify(payload)))).toEqual(answer(500));
});

test('options that are an object with methods keep their this', async () => {
  const { options, addOrder } = createMemoryShop();
  const order = addOrder(1000);
  class Shop {
    seen = '';
    findOrder = options.findOrder;
    onFailed = options.onFailed;
    onCancelled = options.onCancelled;
    async lookupPayment() {
      return { status: 'paid' as const, amount: this.seen === '' ? 1000 : 0 };
    }
    async onPaid(_: MemoryOrder, payment: { idempotencyKey: string }) {
      this.seen = payment.idempotencyKey;
    }
  }
  const own = new Shop();
  await createWebhookHandler(own).GET(notify({ insteadUid: uid, merchantUid: order.merchantUid, status: 'paid' }));
  expect(own.seen).toBe(`${uid}:paid`);
});
