import { expect, test, vi } from 'vitest';
import { createWebhookHandler, type WebhookHandlerOptions } from 'react-instead-pay/server';
import { createMemoryShop, notify, type MemoryOrder } from './memory-shop.ts';
import { openWebhook, readResponse, responseOf, uid } from './open-webhook.ts';

const broken = new Error('password=hunter2 at db.internal');
const rejecting = async (): Promise<never> => {
  throw broken;
};
const throwing = () => {
  throw broken;
};
const failures: [number, string, Partial<WebhookHandlerOptions<MemoryOrder>>][] = [
  [502, 'lookupPayment rejects', { lookupPayment: rejecting }],
  [502, 'lookupPayment throws', { lookupPayment: throwing }],
  [500, 'findOrder rejects', { findOrder: rejecting }],
  [500, 'isProcessed rejects', { isProcessed: rejecting }],
  [500, 'onPaid rejects', { onPaid: rejecting }],
  [500, 'onPaid throws', { onPaid: throwing }],
];
test.each(failures)('%i: %s; calls onError, and the response does not contain the error', async (code, _, failure) => {
  const onError = vi.fn();
  const { webhook, payload, order } = openWebhook({ ...failure, onError });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(code));
  expect(onError).toHaveBeenCalledExactlyOnceWith(broken, payload);
  expect(order.status).toBe('waiting');
});

test('logs the error, without the payload, when onError is not given', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { webhook, payload } = openWebhook({ onPaid: rejecting, onError: undefined });
  await webhook.GET(notify(payload));
  expect(log.mock.calls).toEqual([[broken]]);
  log.mockRestore();
});

test.each([rejecting, throwing])('ignores errors that onError throws', async (onError) => {
  const { webhook, payload } = openWebhook({ onPaid: rejecting, onError });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(500));
});

test('calls the functions of the options with their this', async () => {
  const { options, addOrder } = createMemoryShop();
  const order = addOrder(1000);
  class Shop {
    processed = '';
    findOrder = options.findOrder;
    onFailed = options.onFailed;
    onCancelled = options.onCancelled;
    async lookupPayment() {
      return { status: 'paid' as const, amount: this.processed === '' ? 1000 : 0, merchantUid: null, sandbox: false };
    }
    async onPaid(_: MemoryOrder, payment: { idempotencyKey: string }) {
      this.processed = payment.idempotencyKey;
    }
  }
  const shop = new Shop();
  await createWebhookHandler(shop).GET(notify({ insteadUid: uid, merchantUid: order.merchantUid, status: 'paid' }));
  expect(shop.processed).toBe(`${uid}:paid`);
});
