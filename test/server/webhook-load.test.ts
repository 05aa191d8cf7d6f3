import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, HOOK_URL, notify } from './memory-shop.ts';

/** Shuffles with a fixed seed, so that a failing run can be repeated. */
function shuffle<T>(list: T[], seed = 20260301): T[] {
  const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 1) / 2 ** 31;
  return list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

test.each([1, 2])(
  'a thousand webhooks, a fifth of them spoofed, pay exactly the right orders in %i processes',
  async (count) => {
    const shop = createMemoryShop();
    const orders = Array.from({ length: 100 }, (_, i) => shop.addOrder(1000 + i, `order-${i}`));
    // The webhooks of twenty orders are spoofed: never paid, failed, paid too little, paid for another order.
    const webhooks = orders.flatMap(({ merchantUid, totalAmt }, i) => {
      const insteadUid = `imp_${i}`;
      const spoofingCase = i % 5 === 0 ? (i / 5) % 4 : null;
      if (spoofingCase === null)
        shop.payments.set(insteadUid, { status: 'paid', amount: totalAmt, merchantUid, sandbox: false });
      if (spoofingCase === 1)
        shop.payments.set(insteadUid, { status: 'failed', amount: totalAmt, merchantUid, sandbox: false });
      if (spoofingCase === 2)
        shop.payments.set(insteadUid, { status: 'paid', amount: 100, merchantUid, sandbox: false });
      if (spoofingCase === 3)
        shop.payments.set(insteadUid, { status: 'paid', amount: totalAmt, merchantUid: 'order-1', sandbox: false });
      return Array.from({ length: 10 }, () => ({
        insteadUid,
        merchantUid,
        status: 'paid',
        isSpoofed: spoofingCase !== null,
      }));
    });
    expect(webhooks.filter(({ isSpoofed }) => isSpoofed)).toHaveLength(200);

    const processes = Array.from({ length: count }, () => createWebhookHandler(shop.options));
    const correct = await Promise.all(
      shuffle(webhooks).map(async (payload, i) => {
        const { status } = await processes[i % count]!.GET(notify(payload));
        return status === (payload.isSpoofed ? 409 : 200);
      }),
    );
    expect(correct.filter((each) => !each)).toEqual([]);
    expect(orders.map(({ status, timesPaid }) => `${status} ${timesPaid}`)).toEqual(
      orders.map((_, i) => (i % 5 === 0 ? 'waiting 0' : 'paid 1')),
    );
    expect(shop.keys.size).toBe(80);
  },
);

test('responds with 400 to invalid queries, without a handler or a look-up', async () => {
  const shop = createMemoryShop();
  const { merchantUid } = shop.addOrder(3000);
  shop.payments.set('imp_1', { status: 'paid', amount: 3000, merchantUid, sandbox: false });
  const { GET } = createWebhookHandler(shop.options);
  const good = { instead_uid: 'imp_1', merchant_uid: merchantUid, status: 'paid' };
  type Name = keyof typeof good;

  const name = fc.constantFrom<Name>('instead_uid', 'merchant_uid', 'status');
  const bad = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '%20',
      '%00',
      '%ff',
      'a'.repeat(201),
      '%0d%0aSet-Cookie:x',
      '%ED%A0%80',
      '\u3000',
      '%E2%80%A8',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => `%0${text.length % 10}${encodeURIComponent(text)}`),
  );
  // Each is the webhook that would pay the order, with one error.
  const invalid = fc.oneof(
    name.map((left) => Object.entries(good).filter(([each]) => each !== left)),
    fc.tuple(name, bad).map(([wrong, value]) => Object.entries({ ...good, [wrong]: value })),
    fc.tuple(name, fc.boolean()).map(([twice, isFirst]) => {
      const pairs = Object.entries(good);
      return isFirst ? [[twice, good[twice]], ...pairs] : [...pairs, [twice, 'x']];
    }),
    fc.string({ maxLength: 12 }).map((status) => Object.entries({ ...good, status: `x${encodeURIComponent(status)}` })),
  );
  await fc.assert(
    fc.asyncProperty(invalid, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (pairs, order) => {
      const query = order.flatMap((i) => (pairs[i] ? [`${pairs[i][0]}=${pairs[i][1]}`] : [])).join('&');
      expect((await GET(new Request(`${HOOK_URL}?${query}`))).status).toBe(400);
    }),
    { numRuns: 1000 },
  );
  expect(shop.ran).toEqual([]);
  expect(shop.lookups).toBe(0);
});

test('responds with 4xx to any address', async () => {
  const shop = createMemoryShop();
  const { GET } = createWebhookHandler({ ...shop.options, secret: 's' });
  await fc.assert(
    fc.asyncProperty(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), async (url, extra) => {
      const { status } = await GET(new Request(`${url.split('#')[0]}?key=s&${extra}`));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
  );
  expect(shop.ran).toEqual([]);
});
