// Long because each mistake that the test suite must detect is a row of one table.
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import type { TestLookup } from '../../src/testing/test-webhook-handler-options.ts';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import { createMemoryShop, type MemoryOrder } from '../server/memory-shop.ts';
import { failedCases, runWebhookSuite } from './run-webhook-suite.ts';

type Mistake = [
  mistake: string,
  failed: string[],
  toMistake?: Parameters<typeof runWebhookSuite>[0],
  wrap?: Parameters<typeof runWebhookSuite>[1],
  more?: Parameters<typeof runWebhookSuite>[2],
];

/** Changes the address of each webhook before the handler parses it. */
const edit =
  (pattern: RegExp, replacement: string): Mistake[3] =>
  (route) =>
  ({ url, method }) =>
    route(new Request(url.replace(pattern, replacement), { method }));

const mistakes: Mistake[] = [
  [
    'pays again for each copy',
    ['pays the order once for a late copy', 'marks the order as paid for a copy while the look-up of the first hangs'],
    () => ({
      onPaid: async (order) => {
        order.status = 'paid';
        order.timesPaid++;
      },
    }),
  ],
  [
    'takes the amount from the order',
    [
      'rejects an amount below the amount due',
      'rejects an amount above the amount due',
      'rejects an amount that is text',
    ],
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
    'converts an amount to a number',
    ['rejects an amount that is text'],
    (_, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const answer = await lookupPayment(payload);
        return answer && { ...answer, amount: Number(answer.amount) };
      },
    }),
  ],
  [
    'looks up . and .. as the number of a payment',
    ['rejects . and .. as the number of a payment'],
    (_, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const { insteadUid } = payload;
        const answer = await lookupPayment({ ...payload, insteadUid: insteadUid.replace('dots', '') });
        return answer && { ...answer, insteadUid };
      },
    }),
    edit(/instead_uid=(\.+)/, 'instead_uid=dots$1'),
  ],
  ['removes line separators', ['rejects line separators'], undefined, edit(/%E2%80%A8x/g, '')],
  ['trims the parameters', ['rejects white space at an end'], undefined, edit(/=(\+|%20)/g, '=')],
  [
    'takes a status that is not UTF-8 for paid',
    ['rejects a parameter that is not UTF-8'],
    undefined,
    edit(/status=%C1%D6%B9%AE/, 'status=paid'),
  ],
  [
    'decodes the whole query as UTF-8',
    ['rejects a parameter that is not UTF-8', 'accepts another parameter that is not UTF-8'],
    undefined,
    (route) => async (request) => {
      try {
        decodeURIComponent(request.url);
        return await route(request);
      } catch {
        return new Response(null, { status: 500, headers: { 'cache-control': 'no-store' } });
      }
    },
  ],
  [
    'lets every copy wait for the first',
    ['marks the order as paid for a copy while the look-up of the first hangs'],
    undefined,
    (route) => {
      const runs = new Map<string, Promise<Response>>();
      return async (request) => {
        if (request.method !== 'GET') return route(request);
        const run = runs.get(request.url) ?? route(request).finally(() => runs.delete(request.url));
        runs.set(request.url, run);
        return (await run).clone();
      };
    },
    { timeLimit: 3000 },
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

// Each run waits a second for the copies of a request that was cut off.
test.concurrent.each(mistakes)('reports a webhook handler that %s', async (_, failed, toMistake, wrap, more) => {
  expect(failedCases(await runWebhookSuite(toMistake, wrap, more))).toEqual(failed);
});

test('reports a webhook handler that accepts a wrong key', async () => {
  const ignore = () => ({ secret: undefined });
  expect(failedCases(await runWebhookSuite(ignore, undefined, { secret: 's3' }))).toEqual([
    'rejects a wrong or missing key',
  ]);
});

/** Runs the test suite on a new handler for each request: none shares a run, or counts those of others. */
async function runWithoutSharing(toMistake: (shop: ReturnType<typeof createMemoryShop>) => object) {
  const shop = createMemoryShop();
  let lookup: TestLookup;
  const report = await testWebhookHandler(
    (request) =>
      createWebhookHandler({
        ...shop.options,
        lookupPayment: (payload) => lookup(payload),
        ...toMistake(shop),
      }).GET(request),
    {
      createOrder: () => shop.addOrder(),
      readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
      setLookup: (each) => (lookup = each),
    },
  );
  return failedCases(report);
}

test('reports a webhook handler that looks up every forged webhook at once', async () => {
  expect(await runWithoutSharing(() => ({}))).toEqual([
    'limits the look-ups in progress for a hundred forged webhooks, and still pays the order',
  ]);
});

test('reports a webhook handler that pays once for each concurrent copy', async () => {
  // As on ten machines, without a unique row.
  const onPaid = async (order: MemoryOrder) => {
    if (order.status !== 'waiting') return;
    await Promise.resolve();
    order.status = 'paid';
    order.timesPaid++;
  };
  expect(await runWithoutSharing(() => ({ onPaid }))).toContain('pays the order once for ten concurrent copies');
});
