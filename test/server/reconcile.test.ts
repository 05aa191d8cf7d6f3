import { expect, test, vi } from 'vitest';
import { createEmulator, emulatorLookup, emulatorLookupByOrder } from 'react-instead-pay/emulator';
import { createWebhookHandler, reconcile, type OrderPayment, type ReconcileOptions } from 'react-instead-pay/server';
import { createMemoryShop } from './memory-shop.ts';

const counts = { orders: 0, processed: 0, waiting: 0, failed: 0, aborted: 0, problems: [] };
const paid: OrderPayment = { insteadUid: 'imp_1', status: 'paid' };
const isDone = async () => ({ status: 200 }) as const;
const silent = { onError: () => {} };

/** Opens a shop beside an emulator whose webhooks the shop never receives. */
function openShop() {
  const emulator = createEmulator({
    webhookUrl: 'http://localhost/',
    deliver: () => Promise.reject(new Error('down')),
  });
  const shop = createMemoryShop();
  const { process } = createWebhookHandler({
    ...shop.options,
    sandbox: true,
    lookupPayment: emulatorLookup('http://localhost', emulator.fetch),
  });
  const send = async (path: string, body: unknown, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await (await emulator.fetch(request)).json()) as Record<string, string>;
  };
  return {
    emulator,
    shop,
    options: { process, lookupByOrder: emulatorLookupByOrder('http://localhost', emulator.fetch) },
    /** Creates an order with one payment request, and resolves with the path of its checkout page. */
    async request(totalAmt = 3000, order = shop.addOrder()) {
      const { access_token } = await send('/api/token', { client_id: 'shop' });
      const { merchantUid } = order;
      const { session_id } = await send(
        '/api/session',
        {
          ...{ name: '김스테드', merchantUid, itemList: [{ itemName: 'a', itemAmt: 1 }], sandboxYn: '1', totalAmt },
          payEndDttm: String(Date.now() + 86_400_000),
        },
        access_token,
      );
      const page = await emulator.fetch(new Request(`http://localhost/api/pay?session_id=${session_id}`));
      const path = /\/checkout\/instead_\w+/.exec(await page.text())![0];
      const post = (action: string) =>
        emulator.fetch(
          new Request(`http://localhost${path}/${action}`, {
            method: 'POST',
            body: new URLSearchParams({ method: 'card' }),
          }),
        );
      return { order, uid: path.split('/').at(-1)!, post };
    },
  };
}

test('pays the orders whose webhook was missed, once, with the look-up of the emulator', async () => {
  const { shop, options, request, emulator } = openShop();
  const [first, second, third, fourth] = [await request(), await request(), await request(), await request()];
  await first.post('pay');
  await second.post('decline');
  await third.post('pay');
  await third.post('cancel');
  const report = await reconcile(shop.orders.keys(), options);
  expect(report).toEqual({ ...counts, orders: 4, processed: 3, waiting: 1 });
  expect([first, second, third, fourth].map(({ order }) => order.status)).toEqual([
    ...['paid', 'failed', 'cancelled', 'waiting'],
  ]);
  expect(await reconcile(shop.orders.values(), options)).toEqual(report);
  expect(first.order.timesPaid).toBe(1);
  emulator.reset();
});

test('processes every payment of an order, oldest first, and reports the one with another amount', async () => {
  const { options, request, emulator } = openShop();
  const declined = await request();
  const { order } = declined;
  const cheap = await request(1, order);
  const right = await request(3000, order);
  await declined.post('decline');
  await cheap.post('pay');
  await right.post('pay');
  const seen: string[] = [];
  const report = await reconcile([order.merchantUid], {
    ...options,
    process: (payload) => (seen.push(payload.insteadUid), options.process(payload)),
  });
  expect(seen).toEqual([declined.uid, cheap.uid, right.uid]);
  expect(report).toEqual({
    ...counts,
    ...{ orders: 1, failed: 1 },
    problems: [{ merchantUid: order.merchantUid, insteadUid: cheap.uid, reason: 'amount' }],
  });
  emulator.reset();
});

test('reads an async iterable no faster than `concurrency` orders are processed', async () => {
  let read = 0;
  let most = 0;
  let done = 0;
  async function* cursor() {
    for (; read < 20; read++) {
      most = Math.max(most, read - done);
      yield `order-${read}`;
    }
  }
  const lookupByOrder = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done++;
    return [paid];
  };
  const report = await reconcile(cursor(), { lookupByOrder, process: isDone, concurrency: 3 });
  expect(report).toEqual({ ...counts, orders: 20, processed: 20 });
  expect(most).toBeLessThanOrEqual(3);
  expect(most).toBeGreaterThan(1);
});

test('has 4 orders in progress without `concurrency`', async () => {
  let now = 0;
  let most = 0;
  const lookupByOrder = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    return null;
  };
  const orders = Array.from({ length: 30 }, (_, index) => `order-${index}`);
  expect(await reconcile(orders, { lookupByOrder, process: isDone })).toMatchObject({ orders: 30, waiting: 30 });
  expect(most).toBe(4);
});

test.each<[string, Partial<ReconcileOptions>, string, string | null]>([
  ['a look-up rejects', { lookupByOrder: () => Promise.reject(new Error('down')) }, 'lookup_failed', null],
  [
    'a look-up throws',
    {
      lookupByOrder: () => {
        throw new Error('down');
      },
    },
    'lookup_failed',
    null,
  ],
  [
    'a look-up returns one payment rather than a list',
    { lookupByOrder: async () => paid as never },
    'lookup_failed',
    null,
  ],
  ['the look-up by number fails', { process: async () => ({ status: 502 }) }, 'process_failed', 'imp_1'],
  ['a handler throws', { process: async () => ({ status: 500 }) }, 'process_failed', 'imp_1'],
  ['process rejects', { process: () => Promise.reject(new Error('bug')) }, 'process_failed', 'imp_1'],
  ['a payment is rejected', { process: async () => ({ status: 409, reason: 'mode' }) }, 'mode', 'imp_1'],
  ['a payment has no number', { lookupByOrder: async () => [{ status: 'paid' } as never] }, 'invalid_payment', null],
  [
    'a payment has a status of the API',
    { lookupByOrder: async () => [{ insteadUid: 'imp_1', status: 'PAID' as never }] },
    'invalid_payment',
    null,
  ],
  ['a payment is null', { lookupByOrder: async () => [null as never] }, 'invalid_payment', null],
])('reports an order, and goes on with the next, when %s', async (_, wrong, reason, insteadUid) => {
  let calls = 0;
  const good = { lookupByOrder: async () => [paid], process: isDone };
  const each = <Name extends 'lookupByOrder' | 'process'>(name: Name) =>
    ((...args: never[]) => {
      if (name === 'lookupByOrder') calls++;
      return ((calls === 1 && wrong[name]) || good[name])(...(args as unknown as [never, never]));
    }) as unknown as ReconcileOptions[Name];
  const onError = vi.fn();
  const options = { lookupByOrder: each('lookupByOrder'), process: each('process'), concurrency: 1, onError };
  expect(await reconcile(['order-1', 'order-2'], options)).toEqual({
    ...counts,
    ...{ orders: 2, processed: 1, failed: 1 },
    problems: [{ merchantUid: 'order-1', insteadUid, reason }],
  });
  const isReportedByHandler = reason === 'mode' || (reason === 'process_failed' && !/rejects/.test(_));
  expect(onError).toHaveBeenCalledTimes(isReportedByHandler ? 0 : 1);
  if (!isReportedByHandler) expect(onError).toHaveBeenCalledWith(expect.any(Error), 'order-1');
});

test.each(['', ' order', 'a\nb', '..', 7, null, undefined, {}, { merchantUid: 7 }])(
  'reports %j as an invalid order, and asks nobody about it',
  async (order) => {
    const lookupByOrder = vi.fn(async () => [paid]);
    const report = await reconcile([order as string, 'order-2'], { lookupByOrder, process: isDone, ...silent });
    expect(report).toMatchObject({ orders: 2, processed: 1, failed: 1, problems: [{ reason: 'invalid_order' }] });
    expect(lookupByOrder.mock.calls).toEqual([['order-2', { signal: undefined }]]);
  },
);

test('keeps an error that onError throws from the other orders, and uses console.error without onError', async () => {
  const lookupByOrder = (merchantUid: string) =>
    merchantUid === 'order-1' ? Promise.reject(new Error('down')) : Promise.resolve([paid]);
  const onError = () => Promise.reject(new Error('no mail'));
  const orders = ['order-1', 'order-2'];
  expect(await reconcile(orders, { lookupByOrder, process: isDone, onError })).toMatchObject({
    processed: 1,
    failed: 1,
  });
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await reconcile(orders, { lookupByOrder, process: isDone });
  expect(log.mock.calls).toEqual([[expect.objectContaining({ message: 'down' })]]);
  log.mockRestore();
});

test('resolves with the report when the signal is aborted, also when a look-up ignores it', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let closed = false;
  function* cursor() {
    try {
      for (let index = 0; ; index++) yield `order-${index}`;
    } finally {
      closed = true;
    }
  }
  let lookups = 0;
  const lookupByOrder = vi.fn(async (): Promise<OrderPayment[]> => {
    if (++lookups <= 5) return [paid];
    if (lookups === 9) controller.abort();
    return new Promise(() => {});
  });
  const report = await reconcile(cursor(), { lookupByOrder, process: isDone, signal });
  expect(report).toEqual({ ...counts, orders: 9, processed: 5, aborted: 4 });
  expect(lookupByOrder).toHaveBeenLastCalledWith('order-8', { signal });
  expect(closed).toBe(true);
  expect(await reconcile(['order-1'], { lookupByOrder, process: isDone, signal })).toEqual(counts);
});

test('rejects when reading the orders fails, once the orders in progress are done', async () => {
  let processed = 0;
  async function* cursor() {
    yield 'order-1';
    yield 'order-2';
    throw new Error('connection lost');
  }
  const process = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    processed++;
    return { status: 200 } as const;
  };
  await expect(reconcile(cursor(), { lookupByOrder: async () => [paid], process })).rejects.toThrow('connection lost');
  expect(processed).toBe(2);
});

test.each([
  [undefined, {}, /`orders` must be an iterable.*Pass an array/],
  ['order-1', {}, /`orders`/],
  [{ merchantUid: 'order-1' }, {}, /`orders`/],
  [[], undefined, /`lookupByOrder` must be a function/],
  [[], { lookupByOrder: undefined }, /`lookupByOrder`/],
  [[], { process: 'process' }, /`process` must be a function.*createWebhookHandler/],
  [[], { concurrency: 0 }, /`concurrency` must be a positive integer/],
  [[], { concurrency: Infinity }, /`concurrency`/],
  [[], { signal: new AbortController() }, /`signal` must be an AbortSignal.*controller\.signal/],
  [[], { onError: 'log' }, /`onError` must be a function/],
])('rejects with a TypeError that names what to pass: %j, %j', async (orders, change, message) => {
  const options = change && { lookupByOrder: async () => [], process: isDone, ...change };
  const call = reconcile(orders as string[], options as ReconcileOptions);
  await expect(call).rejects.toThrow(TypeError);
  await expect(call).rejects.toThrow(message);
});
