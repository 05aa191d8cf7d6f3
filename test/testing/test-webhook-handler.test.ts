import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import type { TestLookup, TestRoute } from '../../src/testing/test-webhook-handler-options.ts';
import { createMemoryShop, type MemoryOrder } from '../server/memory-shop.ts';
import { createCarelessHook } from './naive-webhook.ts';
import { failedLines, runWebhookSuite } from './run-webhook-suite.ts';

test('our own hook on a good shop passes every line', async () => {
  const report = await runWebhookSuite();
  expect(String(report)).not.toContain('✗');
  expect(report.passed).toBe(true);
  expect(report.results).toHaveLength(27);
});

test('so it does with a secret, and then a wrong key is tried, too', async () => {
  const report = await runWebhookSuite(undefined, undefined, { secret: 'correct horse' });
  expect(failedLines(report)).toEqual([]);
  expect(report.results.map(({ name }) => name)).toContain('a wrong key, or none, is refused');
});

test("a route's exports are tried as a framework calls them", async () => {
  const methods: string[] = [];
  const listen = (route: (request: Request) => Promise<Response>) => {
    const GET = (request: Request) => (methods.push(request.method), route(request));
    return { GET };
  };
  expect(failedLines(await runWebhookSuite(undefined, listen))).toEqual([]);
  // HEAD comes to GET where there is none of its own; POST does not.
  expect(new Set(methods)).toEqual(new Set(['GET', 'HEAD']));
});

test('a careless hook fails the right lines, and only these', async () => {
  const orders = new Map<string, MemoryOrder>();
  const report = await testWebhookHandler(createCarelessHook(orders), {
    createOrder: () => {
      const order = { merchantUid: `order-${orders.size}`, totalAmt: 3000, status: 'waiting' as const, timesPaid: 0 };
      orders.set(order.merchantUid, order);
      return order;
    },
    readOrder: (merchantUid) => orders.get(merchantUid)!,
    setLookup: () => {},
    secret: 'never asked for',
  });
  expect(report.passed).toBe(false);
  expect(report.results.filter(({ passed }) => passed).map(({ name }) => name)).toEqual([
    'a payment that Instead confirms pays the order',
    'a cancellation cancels what was paid',
    'a payment that failed pays nothing',
  ]);
  expect(report.results.every(({ actual }) => actual !== '')).toBe(true);
});

test('a hook that hangs fails its lines within the limit, and says so', async () => {
  const report = await runWebhookSuite(undefined, () => () => new Promise(() => {}), { timeLimit: 5 });
  expect(report.passed).toBe(false);
  expect(report.results.filter(({ passed }) => passed)).toEqual([]);
  expect(report.results[0]?.actual).toBe('the handler: Error: no answer within 5 ms');
});

test.each([
  [
    'throws',
    () => () => {
      throw new Error('no database');
    },
    'the handler: Error: no database',
  ],
  ['rejects', () => async () => Promise.reject(new Error('no database')), 'the handler: Error: no database'],
  ['returns nothing', () => () => undefined as never, 'the handler: TypeError'],
] as [string, () => TestRoute, string][])(
  'a hook that %s fails its lines, and the kit goes on',
  async (_, wrap, words) => {
    const report = await runWebhookSuite(undefined, wrap);
    expect(report.results.filter(({ passed }) => passed)).toEqual([]);
    for (const { actual } of report.results.slice(0, -2)) expect(actual).toContain(words);
  },
);

test('a shop that does not count is judged by the status alone', async () => {
  const shop = createMemoryShop();
  let ask: TestLookup;
  const { GET } = createWebhookHandler({ ...shop.options, lookupPayment: (payload) => ask(payload) });
  const report = await testWebhookHandler(GET, {
    createOrder: async () => shop.addOrder(),
    readOrder: async (merchantUid) => ({ status: shop.orders.get(merchantUid)!.status }),
    setLookup: (lookup) => (ask = lookup),
  });
  expect(failedLines(report)).toEqual([]);
  expect(report.results[0]).toMatchObject({ expected: '2xx, order paid, paid once', actual: '200, order paid' });
});

test('a test of the shop that is broken itself is named, and not the hook', async () => {
  const readOrder = () => Promise.reject(new Error('no such table'));
  const { results: lines } = await runWebhookSuite(undefined, undefined, { readOrder });
  expect(lines[0]).toMatchObject({ passed: false, actual: 'readOrder(): Error: no such table' });
});

test('the report is a table: one line each, columns under each other, a sum at the end', async () => {
  const report = await runWebhookSuite(undefined, (route) => (request) => {
    if (request.method === 'POST') throw new Error('two\nlines');
    return route(request);
  });
  const rows = String(report).split('\n');
  expect(rows).toHaveLength(1 + 27 + 1);
  const column = rows[0]!.indexOf('expected');
  report.results.forEach((line, i) => {
    expect(rows[i + 1]!.startsWith(`${line.passed ? '✓' : '✗'}  ${line.name} `)).toBe(true);
    expect(rows[i + 1]!.slice(column).startsWith(line.expected)).toBe(true);
  });
  expect(rows.at(-1)).toBe('26 of 27 passed');
});

test.each(['createOrder', 'readOrder', 'setLookup'] as const)(
  'the kit without %s throws a clear sentence',
  async (name) => {
    await expect(runWebhookSuite(undefined, undefined, { [name]: undefined })).rejects.toThrow(
      `testWebhookHandler() has no ${name}`,
    );
  },
);

test('two rounds on one database do not meet each other', async () => {
  const shop = createMemoryShop();
  let ask: TestLookup;
  const { GET } = createWebhookHandler({
    ...shop.options,
    lookupPayment: (payload) => ask(payload),
    isProcessed: async (key) => shop.keys.has(key),
  });
  const round = () =>
    testWebhookHandler(GET, {
      createOrder: () => shop.addOrder(),
      readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
      setLookup: (lookup) => (ask = lookup),
    });
  for (const report of [await round(), await round()]) expect(failedLines(report)).toEqual([]);
});
