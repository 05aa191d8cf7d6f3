// Long because each mistake that the test suite must detect is a row of one table.
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import type { TestLookup } from '../../src/testing/test-webhook-handler-options.ts';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import { createMemoryShop } from '../server/memory-shop.ts';
import { failedCases, runWebhookSuite } from './run-webhook-suite.ts';

type Mistake = [
  mistake: string,
  failed: string[],
  toMistake?: Parameters<typeof runWebhookSuite>[0],
  wrap?: Parameters<typeof runWebhookSuite>[1],
];

const mistakes: Mistake[] = [
  [
    'pays again for each copy',
    ['pays the order once for a late copy'],
    () => ({
      onPaid: async (order) => {
        order.status = 'paid';
        order.timesPaid++;
      },
    }),
  ],
  [
    'takes the amount from the order',
    ['rejects an amount below the amount due', 'rejects an amount above the amount due'],
    (_, { findOrder, lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const [order, answer] = [await findOrder(payload.merchantUid), await lookupPayment(payload)];
        return answer && { ...answer, amount: order!.totalAmt };
      },
    }),
  ],
  [
    'takes the status from the payload',
    [
      'ignores a copy of the payment after its cancellation',
      'rejects a payment that arrives after its own cancellation',
      'rejects a spoofed payment that failed at Instead',
      'rejects a spoofed cancellation of a paid payment',
    ],
    (_, { lookupPayment }) => ({
      // The state of the order is not checked, either.
      onPaid: async (order) => {
        order.timesPaid = 1;
        order.status = 'paid';
      },
      lookupPayment: async (payload) => {
        const answer = await lookupPayment(payload);
        return answer && { ...answer, status: payload.status };
      },
    }),
  ],
  [
    "omits the order's number from the look-up",
    ['rejects a spoofed payment that was made for another order'],
    (_, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const answer = await lookupPayment(payload);
        return answer && { ...answer, merchantUid: null };
      },
    }),
  ],
  [
    'ignores whether it was a test payment',
    ['rejects a test payment for a live order, or the reverse'],
    (_, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const answer = await lookupPayment(payload);
        return answer && { ...answer, sandbox: null };
      },
    }),
  ],
  [
    'marks a payment as processed before the work',
    ['marks the order as paid for a copy that arrives after a failed look-up'],
    () => {
      const begun = new Set<string>();
      return { isProcessed: async (key) => begun.has(key) || !begun.add(key) };
    },
  ],
  [
    'accepts the payload while Instead is down',
    ['leaves the order waiting while the look-up fails'],
    ({ orders }, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const amount = orders.get(payload.merchantUid)?.totalAmt ?? 0;
        return Promise.resolve(lookupPayment(payload)).catch(() => ({
          ...{ status: payload.status, amount, merchantUid: null, sandbox: null },
        }));
      },
    }),
  ],
  [
    'runs GET for HEAD',
    ['changes nothing for HEAD'],
    undefined,
    (route) => ({ GET: route, HEAD: ({ url }) => route(new Request(url)) }),
  ],
  [
    'runs GET for POST',
    ['rejects POST'],
    undefined,
    (route) => ({ GET: route, POST: ({ url }) => route(new Request(url)) }),
  ],
  [
    'reads the first of duplicated parameters',
    ['rejects a duplicated parameter'],
    undefined,
    (route) => (request) => {
      const url = new URL(request.url);
      for (const [name, value] of Object.entries(Object.fromEntries([...url.searchParams].reverse()))) {
        url.searchParams.set(name, value);
      }
      return route(new Request(url.href, { method: request.method }));
    },
  ],
  [
    'converts statuses to lower case',
    ['rejects an unknown status'],
    undefined,
    (route) => (request) => route(new Request(request.url.replace('PAID', 'paid'), { method: request.method })),
  ],
  [
    'responds with its errors',
    ['responds without error details'],
    undefined,
    (route) => async (request) => {
      const { status, headers } = await route(request);
      return new Response(status === 502 ? 'Error: testWebhookHandler: the look-up fails' : null, { status, headers });
    },
  ],
  [
    'responds with a stack',
    ['responds without error details'],
    undefined,
    (route) => async (request) => {
      const { status, headers } = await route(request);
      return new Response(status === 404 ? new TypeError('no order').stack : null, { status, headers });
    },
  ],
  [
    'omits Cache-Control',
    ['responds with Cache-Control: no-store'],
    undefined,
    (route) => async (request) => new Response(null, { status: (await route(request)).status }),
  ],
];

test.each(mistakes)('reports a webhook handler that %s', async (_, failed, toMistake, wrap) => {
  expect(failedCases(await runWebhookSuite(toMistake, wrap))).toEqual(failed);
});

test('reports a webhook handler that accepts a wrong key', async () => {
  const ignore = () => ({ secret: undefined });
  expect(failedCases(await runWebhookSuite(ignore, undefined, { secret: 's3' }))).toEqual([
    'rejects a wrong or missing key',
  ]);
});

test('reports a webhook handler that pays once for each concurrent copy', async () => {
  const shop = createMemoryShop();
  let lookup: TestLookup;
  // A handler for each copy, as on ten machines, without a unique row.
  const route = (request: Request) =>
    createWebhookHandler({
      ...shop.options,
      lookupPayment: (payload) => lookup(payload),
      onPaid: async (order) => {
        if (order.status !== 'waiting') return;
        await Promise.resolve();
        order.status = 'paid';
        order.timesPaid++;
      },
    }).GET(request);
  const report = await testWebhookHandler(route, {
    createOrder: () => shop.addOrder(),
    readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
    setLookup: (each) => (lookup = each),
  });
  expect(failedCases(report)).toEqual(['pays the order once for ten concurrent copies']);
});
