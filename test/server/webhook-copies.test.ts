import { expect, test, vi } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, notify } from './memory-shop.ts';

function open() {
  const shop = createMemoryShop();
  const order = shop.addOrder(3000);
  const { merchantUid } = order;
  shop.payments.set('imp_1', { status: 'paid', amount: 3000, merchantUid });
  return { shop, order, payload: { insteadUid: 'imp_1', merchantUid, status: 'paid' } };
}
const codes = (responses: Response[]) => [...new Set(responses.map(({ status }) => status))];
const hundred = <T>(make: () => T): T[] => Array.from({ length: 100 }, make);

test('a hundred copies at once share one run, and each has a Response of its own', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  const responses = await Promise.all(hundred(() => GET(notify(payload))));
  expect(codes(responses)).toEqual([200]);
  expect(await Promise.all(responses.map((response) => response.text()))).toEqual(hundred(() => '200'));
  expect(shop.lookups).toBe(1);
  expect(shop.ran).toEqual(['imp_1:paid']);
  expect(order.timesPaid).toBe(1);
});

test('when the handler throws all copies get 500, onError is called once, and the next copy works', async () => {
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

test('a look-up that was down is asked again by the next copy', async () => {
  const { shop, order, payload } = open();
  const lookupPayment = vi.fn(shop.options.lookupPayment).mockRejectedValueOnce(new Error('ECONNRESET'));
  const { GET } = createWebhookHandler({ ...shop.options, lookupPayment });
  expect((await GET(notify(payload))).status).toBe(502);
  expect((await GET(notify(payload))).status).toBe(200);
  expect(order.timesPaid).toBe(1);
});

test('a copy that comes later runs again, and the unique row makes it one', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  await GET(notify(payload));
  expect((await GET(notify(payload))).status).toBe(200);
  expect(shop.ran).toEqual(['imp_1:paid', 'imp_1:paid']);
  expect(order.timesPaid).toBe(1);
});

test('two processes may run it at once, and the unique row makes it one', async () => {
  const { shop, order, payload } = open();
  const [first, second] = [createWebhookHandler(shop.options), createWebhookHandler(shop.options)];
  expect(codes(await Promise.all([first.GET(notify(payload)), second.GET(notify(payload))]))).toEqual([200]);
  expect(shop.ran).toHaveLength(2);
  expect(order.timesPaid).toBe(1);
});

test('paid and then cancelled are two events of one payment', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  await GET(notify(payload));
  shop.payments.set('imp_1', { status: 'cancelled', amount: 3000 });
  expect((await GET(notify({ ...payload, status: 'cancelled' }))).status).toBe(200);
  expect(order.status).toBe('cancelled');
  expect([...shop.keys]).toEqual(['imp_1:paid', 'imp_1:cancelled']);
});

test('a paid that arrives after the cancellation is 409: Instead says otherwise by now', async () => {
  const { shop, order, payload } = open();
  const { GET } = createWebhookHandler(shop.options);
  shop.payments.set('imp_1', { status: 'cancelled', amount: 3000 });
  await GET(notify({ ...payload, status: 'cancelled' }));
  expect((await GET(notify(payload))).status).toBe(409);
  expect(order).toMatchObject({ status: 'cancelled', timesPaid: 0 });
});

test('a forged copy with another order lends its answer to nobody', async () => {
  const { shop, order, payload } = open();
  const other = shop.addOrder(3000);
  const { GET } = createWebhookHandler(shop.options);
  const forged = [
    GET(notify({ ...payload, merchantUid: other.merchantUid })),
    GET(notify({ ...payload, merchantUid: 'x' })),
  ];
  const real = await GET(notify(payload));
  expect((await Promise.all(forged)).map(({ status }) => status)).toEqual([409, 404]);
  expect(real.status).toBe(200);
  expect([order.status, other.status]).toEqual(['paid', 'waiting']);
});

test('a wrong key joins no run', async () => {
  const { shop, payload } = open();
  const { GET } = createWebhookHandler({ ...shop.options, secret: 'right' });
  const [right, wrong] = await Promise.all([
    GET(notify(payload, { key: 'right' })),
    GET(notify(payload, { key: 'wrong' })),
  ]);
  expect([right.status, wrong.status]).toEqual([200, 403]);
});

// Some hosts end a request's work when its caller hangs up, and the run with it. It must not hold the payment for ever.
test('a run that never comes back is joined for half a minute, and then a copy starts a new run', async () => {
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

test('a run that comes back late leaves its successor alone', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { shop, payload } = open();
    const ends: (() => void)[] = [];
    const lookupPayment = vi.fn((asked: Parameters<typeof shop.options.lookupPayment>[0]) =>
      new Promise<void>((end) => ends.push(end)).then(() => shop.options.lookupPayment(asked)),
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
