// Long because each mistake that the kit must find is a row of one table.
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import type { TestLookup } from '../../src/testing/test-webhook-handler-options.ts';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import { createMemoryShop } from '../server/memory-shop.ts';
import { failedLines, runWebhookSuite } from './run-webhook-suite.ts';

type Mistake = [
  what: string,
  lines: string[],
  toMistake?: Parameters<typeof runWebhookSuite>[0],
  wrap?: Parameters<typeof runWebhookSuite>[1],
];

const mistakes: Mistake[] = [
  [
    'pays again for each run',
    ['a copy that comes late pays nothing more'],
    () => ({
      onPaid: async (order) => {
        order.status = 'paid';
        order.timesPaid++;
      },
    }),
  ],
  [
    'takes the amount from the order',
    ['less money than is due is refused', 'more money than is due is refused'],
    (_, { findOrder, lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const [order, answer] = [await findOrder(payload.merchantUid), await lookupPayment(payload)];
        return answer && { ...answer, amount: order!.totalAmt };
      },
    }),
  ],
  [
    'takes the status from the notice',
    [
      'a copy of the payment after its cancellation changes nothing',
      'a payment that arrives after its own cancellation is refused',
      'a forged payment is refused: Instead says that it failed',
      'a forged cancellation is refused: Instead says that it is paid',
    ],
    (_, { lookupPayment }) => ({
      // The order's state is not looked at, either.
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
    "leaves the order's number out of the look-up",
    ['a forged payment is refused: it was made for another order'],
    (_, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const answer = await lookupPayment(payload);
        return answer && { status: answer.status, amount: answer.amount };
      },
    }),
  ],
  [
    'marks a payment as done before the work',
    ['a copy that comes when Instead is back pays'],
    () => {
      const begun = new Set<string>();
      return { isProcessed: async (key) => begun.has(key) || !begun.add(key) };
    },
  ],
  [
    'believes the notice while Instead is down',
    ['while Instead cannot be asked, the order waits'],
    ({ orders }, { lookupPayment }) => ({
      lookupPayment: async (payload) => {
        const amount = orders.get(payload.merchantUid)?.totalAmt ?? 0;
        return Promise.resolve(lookupPayment(payload)).catch(() => ({ status: payload.status, amount }));
      },
    }),
  ],
  [
    'answers HEAD by running GET',
    ['HEAD runs nothing'],
    undefined,
    (route) => ({ GET: route, HEAD: ({ url }) => route(new Request(url)) }),
  ],
  [
    'takes POST for GET',
    ['POST is refused'],
    undefined,
    (route) => ({ GET: route, POST: ({ url }) => route(new Request(url)) }),
  ],
  [
    'reads the first of each parameter',
    ['a parameter given twice is refused'],
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
    'puts statuses in small letters',
    ['an unknown status is refused'],
    undefined,
    (route) => (request) => route(new Request(request.url.replace('PAID', 'paid'), { method: request.method })),
  ],
  [
    'shows its errors',
    ['no answer tells what went wrong inside'],
    undefined,
    (route) => async (request) => {
      const { status, headers } = await route(request);
      return new Response(status === 502 ? 'Error: kit: Instead is down' : null, { status, headers });
    },
  ],
  [
    'shows a stack',
    ['no answer tells what went wrong inside'],
    undefined,
    (route) => async (request) => {
      const { status, headers } = await route(request);
      return new Response(status === 404 ? new TypeError('no order').stack : null, { status, headers });
    },
  ],
  [
    'lets its answers be cached',
    ['no answer is kept by a cache'],
    undefined,
    (route) => async (request) => new Response(null, { status: (await route(request)).status }),
  ],
];

test.each(mistakes)('a hook that %s fails just there', async (_, lines, toMistake, wrap) => {
  expect(failedLines(await runWebhookSuite(toMistake, wrap))).toEqual(lines);
});

test('a wrong key that is let in is found out', async () => {
  const ignore = () => ({ secret: undefined });
  expect(failedLines(await runWebhookSuite(ignore, undefined, { secret: 's3' }))).toEqual([
    'a wrong key, or none, is refused',
  ]);
});

test('a hook that pays each of ten copies is found out', async () => {
  const shop = createMemoryShop();
  let ask: TestLookup;
  // A hook for each copy, as on ten machines, and no unique row.
  const route = (request: Request) =>
    createWebhookHandler({
      ...shop.options,
      lookupPayment: (payload) => ask(payload),
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
    setLookup: (lookup) => (ask = lookup),
  });
  expect(failedLines(report)).toEqual(['ten copies at once pay it once']);
});
