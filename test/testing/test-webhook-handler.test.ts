import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import type { TestLookup, TestRoute } from '../../src/testing/test-webhook-handler-options.ts';
import { createMemoryShop, type MemoryOrder } from '../server/memory-shop.ts';
import { createNaiveWebhook } from './naive-webhook.ts';
import { failedCases, runWebhookSuite } from './run-webhook-suite.ts';

test('createWebhookHandler passes every case on a correct shop', async () => {
  const report = await runWebhookSuite();
  expect(String(report)).not.toContain('✗');
  expect(report.passed).toBe(true);
  expect(report.results).toHaveLength(36);
});

test('tries a wrong key when a secret is set', async () => {
  const report = await runWebhookSuite(undefined, undefined, { secret: 'correct horse' });
  expect(failedCases(report)).toEqual([]);
  expect(report.results.map(({ name }) => name)).toContain('rejects a wrong or missing key');
});

test("calls a route's exports as a framework does", async () => {
  const methods: string[] = [];
  const record = (route: (request: Request) => Promise<Response>) => {
    const GET = (request: Request) => (methods.push(request.method), route(request));
    return { GET };
  };
  expect(failedCases(await runWebhookSuite(undefined, record))).toEqual([]);
  // Without a HEAD export, a framework calls GET for HEAD, but not for POST.
  expect(new Set(methods)).toEqual(new Set(['GET', 'HEAD']));
});

test('a naive webhook handler passes four cases only', async () => {
  const orders = new Map<string, MemoryOrder>();
  const report = await testWebhookHandler(createNaiveWebhook(orders), {
    createOrder: () => {
      const order = { merchantUid: `order-${orders.size}`, totalAmt: 3000, status: 'waiting' as const, timesPaid: 0 };
      orders.set(order.merchantUid, order);
      return order;
    },
    readOrder: (merchantUid) => orders.get(merchantUid)!,
    setLookup: () => {},
    secret: 'never checked',
  });
  expect(report.passed).toBe(false);
  expect(report.results.filter(({ passed }) => passed).map(({ name }) => name)).toEqual([
    'marks the order as paid when the look-up confirms the payment',
    'cancels a paid order',
    'does not mark the order as paid when the payment failed',
    'accepts another parameter that is not UTF-8',
  ]);
  expect(report.results.every(({ actual }) => actual !== '')).toBe(true);
});

test('a webhook handler that hangs fails every case within the time limit', async () => {
  const report = await runWebhookSuite(undefined, () => () => new Promise(() => {}), { timeLimit: 5 });
  expect(report.passed).toBe(false);
  expect(report.results.filter(({ passed }) => passed)).toEqual([]);
  expect(report.results[0]?.actual).toBe('the handler: Error: no response within 5 ms');
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
  'a webhook handler that %s fails every case, and the test suite continues',
  async (_, wrap, message) => {
    const report = await runWebhookSuite(undefined, wrap);
    expect(report.results.filter(({ passed }) => passed)).toEqual([]);
    for (const { actual } of report.results.slice(0, -2)) expect(actual).toContain(message);
  },
);

test('checks only the status when the shop returns no timesPaid', async () => {
  const shop = createMemoryShop();
  let lookup: TestLookup;
  const { GET } = createWebhookHandler({ ...shop.options, lookupPayment: (payload) => lookup(payload) });
  const report = await testWebhookHandler(GET, {
    createOrder: async () => shop.addOrder(),
    readOrder: async (merchantUid) => ({ status: shop.orders.get(merchantUid)!.status }),
    setLookup: (each) => (lookup = each),
  });
  expect(failedCases(report)).toEqual([]);
  expect(report.results[0]).toMatchObject({ expected: '2xx, order paid, paid once', actual: '200, order paid' });
});

test('names the option that threw, not the webhook handler', async () => {
  const readOrder = () => Promise.reject(new Error('no such table'));
  const { results } = await runWebhookSuite(undefined, undefined, { readOrder });
  expect(results[0]).toMatchObject({ passed: false, actual: 'readOrder(): Error: no such table' });
});

test('the report is a table with aligned columns, a row per case and a total', async () => {
  const report = await runWebhookSuite(undefined, (route) => (request) => {
    if (request.method === 'POST') throw new Error('two\nlines');
    return route(request);
  });
  const rows = String(report).split('\n');
  expect(rows).toHaveLength(1 + 36 + 1);
  const column = rows[0]!.indexOf('expected');
  report.results.forEach((result, i) => {
    expect(rows[i + 1]!.startsWith(`${result.passed ? '✓' : '✗'}  ${result.name} `)).toBe(true);
    expect(rows[i + 1]!.slice(column).startsWith(result.expected)).toBe(true);
  });
  expect(rows.at(-1)).toBe('35 of 36 passed');
});

test.each(['createOrder', 'readOrder', 'setLookup'] as const)('rejects when %s is missing', async (name) => {
  await expect(runWebhookSuite(undefined, undefined, { [name]: undefined })).rejects.toThrow(
    `testWebhookHandler(): \`${name}\` is required`,
  );
});

test('two runs on one database do not affect each other', async () => {
  const shop = createMemoryShop();
  let lookup: TestLookup;
  const { GET } = createWebhookHandler({
    ...shop.options,
    lookupPayment: (payload) => lookup(payload),
    isProcessed: async (key) => shop.keys.has(key),
  });
  const run = () =>
    testWebhookHandler(GET, {
      createOrder: () => shop.addOrder(),
      readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
      setLookup: (each) => (lookup = each),
    });
  for (const report of [await run(), await run()]) expect(failedCases(report)).toEqual([]);
});
