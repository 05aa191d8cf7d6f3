import { expect, test, vi } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, notify } from './memory-shop.ts';

function open() {
  const shop = createMemoryShop();
  const order = shop.addOrder(3000);
  const { merchantUid } = order;
  shop.payments.set('imp_1', { status: 'paid', amount: 3000, merchantUid, sandbox: false });
  return { shop, order, payload: { insteadUid: 'imp_1', merchantUid, status: 'paid' } };
}
const codes = (responses: Response[]) => [...new Set(responses.map(({ status }) => status))];
const hundred = <T>(make: () => T): T[] => Array.from({ length: 100 }, make);

test('a hundred concurrent copies share one run, and each gets its own Response', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  const responses = await Promise.all(hundred(() => GET(notify(payload))));
  expect(codes(responses)).toEqual([200]);
  expect(await Promise.all(responses.map((response) => response.text()))).toEqual(hundred(() => '200'));
  expect(shop.lookups).toBe(1);
  expect(shop.ran).toEqual(['imp_1:paid']);
  expect(order.timesPaid).toBe(1);
});

test('when the handler throws, all copies get 500, onError is called once, and the next copy is processed', async () => {
  const { shop, order, payload } = open();
  const onError = vi.fn();
  const onPaid = vi.fn(shop.options.onPaid).mockRejectedValueOnce(new Error('deadlock'));
  const { GET } = createWebhookHandler({ ...shop.options, onPaid, onError });
  expect(codes(await Promise.all(hundred(() => GET(notify(payload)))))).toEqual([500]);
  expect(onError).toHaveBeenCalledOnce();
  expect(order.status).toBe('waiting');
  expect((await GET(notify(payload))).status).toBe(200);
  expect(order.timesPaid).toBe(1);
});

test('looks the payment up again for the next copy after a failed look-up', async () => {
  const { shop, order, payload } = open();
  const lookupPayment = vi.fn(shop.options.lookupPayment).mockRejectedValueOnce(new Error('ECONNRESET'));
  const { GET } = createWebhookHandler({ ...shop.options, lookupPayment });
  expect((await GET(notify(payload))).status).toBe(502);
  expect((await GET(notify(payload))).status).toBe(200);
  expect(order.timesPaid).toBe(1);
});

test('calls the handler again for a later copy, and the unique row prevents a second payment', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  await GET(notify(payload));
  expect((await GET(notify(payload))).status).toBe(200);
  expect(shop.ran).toEqual(['imp_1:paid', 'imp_1:paid']);
  expect(order.timesPaid).toBe(1);
});

test('two processes may process copies concurrently, and the unique row prevents a second payment', async () => {
  const { shop, order, payload } = open();
  const [first, second] = [createWebhookHandler(shop.options), createWebhookHandler(shop.options)];
  expect(codes(await Promise.all([first.GET(notify(payload)), second.GET(notify(payload))]))).toEqual([200]);
  expect(shop.ran).toHaveLength(2);
  expect(order.timesPaid).toBe(1);
});

test('paid and cancelled have different idempotency keys', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  await GET(notify(payload));
  shop.payments.set('imp_1', { status: 'cancelled', amount: 3000, merchantUid: order.merchantUid, sandbox: false });
  expect((await GET(notify({ ...payload, status: 'cancelled' }))).status).toBe(200);
  expect(order.status).toBe('cancelled');
  expect([...shop.keys]).toEqual(['imp_1:paid', 'imp_1:cancelled']);
});

test('409: paid arrives after the cancellation', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  shop.payments.set('imp_1', { status: 'cancelled', amount: 3000, merchantUid: order.merchantUid, sandbox: false });
  await GET(notify({ ...payload, status: 'cancelled' }));
  expect((await GET(notify(payload))).status).toBe(409);
  expect(order).toMatchObject({ status: 'cancelled', timesPaid: 0 });
});

test('a spoofed copy with another order does not share its response with the real one', async () => {
  const { shop, order, payload } = open();
  const other = shop.addOrder(3000);
  const { GET } = createWebhookHandler(shop.options);
  const spoofed = [
    GET(notify({ ...payload, merchantUid: other.merchantUid })),
    GET(notify({ ...payload, merchantUid: 'x' })),
  ];
  const real = await GET(notify(payload));
  expect((await Promise.all(spoofed)).map(({ status }) => status)).toEqual([409, 404]);
  expect(real.status).toBe(200);
  expect([order.status, other.status]).toEqual(['paid', 'waiting']);
});

test('a request with a wrong key does not join a run', async () => {
  const { shop, payload } = open();
  const { GET } = createWebhookHandler({ ...shop.options, secret: 'right' });
  const [right, wrong] = await Promise.all([
    GET(notify(payload, { key: 'right' })),
    GET(notify(payload, { key: 'wrong' })),
  ]);
  expect([right.status, wrong.status]).toEqual([200, 403]);
});

// Some hosts end a request's work, and the run with it, when its caller disconnects. The payment must not stay blocked.
test('copies join a run that hangs for 30 seconds, and then start a new one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { shop, order, payload } = open();
    const lookupPayment = vi.fn(shop.options.lookupPayment).mockReturnValueOnce(new Promise(() => {}));
    const { GET } = createWebhookHandler({ ...shop.options, lookupPayment });
    void GET(notify(payload));
    vi.advanceTimersByTime(29_999);
    void GET(notify(payload));
    vi.advanceTimersByTime(1);
    expect((await GET(notify(payload))).status).toBe(200);
    expect(lookupPayment).toHaveBeenCalledTimes(2);
    expect(order.timesPaid).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('a run that finishes late does not remove the next one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { shop, payload } = open();
    const ends: (() => void)[] = [];
    const lookupPayment = vi.fn((payload: Parameters<typeof shop.options.lookupPayment>[0]) =>
      new Promise<void>((end) => ends.push(end)).then(() => shop.options.lookupPayment(payload)),
    );
    const { GET } = createWebhookHandler({ ...shop.options, lookupPayment });
    const first = GET(notify(payload));
    vi.advanceTimersByTime(30_000);
    const second = GET(notify(payload));
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[0]?.();
    await first;
    const third = GET(notify(payload));
    ends[1]?.();
    expect(codes(await Promise.all([second, third]))).toEqual([200]);
    expect(lookupPayment).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});
