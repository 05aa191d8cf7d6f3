import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop, HOOK_URL, notify } from './memory-shop.ts';

/** Shuffled the same way each time, so that a red run can be had again. */
function shuffle<T>(list: T[], seed = 20260301): T[] {
  const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 1) / 2 ** 31;
  return list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

test.each([1, 2])(
  'a thousand notices, a fifth of them forged, pay exactly the right orders, with %i processes',
  async (count) => {
    const shop = createMemoryShop();
    const orders = Array.from({ length: 100 }, (_, i) => shop.addOrder(1000 + i, `order-${i}`));
    // Twenty orders are forged: never paid, failed, paid too little, paid by the payment of another order.
    const notices = orders.flatMap(({ merchantUid, totalAmt }, i) => {
      const insteadUid = `imp_${i}`;
      const spoofingCase = i % 5 === 0 ? (i / 5) % 4 : null;
      if (spoofingCase === null) shop.payments.set(insteadUid, { status: 'paid', amount: totalAmt, merchantUid });
      if (spoofingCase === 1) shop.payments.set(insteadUid, { status: 'failed', amount: totalAmt, merchantUid });
      if (spoofingCase === 2) shop.payments.set(insteadUid, { status: 'paid', amount: 100, merchantUid });
      if (spoofingCase === 3)
        shop.payments.set(insteadUid, { status: 'paid', amount: totalAmt, merchantUid: 'order-1' });
      return Array.from({ length: 10 }, () => ({
        insteadUid,
        merchantUid,
        status: 'paid',
        forged: spoofingCase !== null,
      }));
    });
    expect(notices.filter(({ forged }) => forged)).toHaveLength(200);

    const processes = Array.from({ length: count }, () => createWebhookHandler(shop.options));
    const answers = await Promise.all(
      shuffle(notices).map(async (payload, i) => {
        const { status } = await processes[i % count]!.GET(notify(payload));
        return status === (payload.forged ? 409 : 200);
      }),
    );
    expect(answers.filter((isRight) => !isRight)).toEqual([]);
    expect(orders.map(({ status, timesPaid }) => `${status} ${timesPaid}`)).toEqual(
      orders.map((_, i) => (i % 5 === 0 ? 'waiting 0' : 'paid 1')),
    );
    expect(shop.keys.size).toBe(80);
  },
);

test('no junk query runs a handler, asks anybody or answers 5xx', async () => {
  const shop = createMemoryShop();
  const { merchantUid } = shop.addOrder(3000);
  shop.payments.set('imp_1', { status: 'paid', amount: 3000 });
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
  // Each begins with the notice that would pay the order, and has one thing wrong.
  const junk = fc.oneof(
    name.map((left) => Object.entries(good).filter(([each]) => each !== left)),
    fc.tuple(name, bad).map(([wrong, value]) => Object.entries({ ...good, [wrong]: value })),
    fc.tuple(name, fc.boolean()).map(([twice, isFirst]) => {
      const pairs = Object.entries(good);
      return isFirst ? [[twice, good[twice]], ...pairs] : [...pairs, [twice, 'x']];
    }),
    fc.string({ maxLength: 12 }).map((status) => Object.entries({ ...good, status: `x${encodeURIComponent(status)}` })),
  );
  await fc.assert(
    fc.asyncProperty(junk, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (pairs, order) => {
      const query = order.flatMap((i) => (pairs[i] ? [`${pairs[i][0]}=${pairs[i][1]}`] : [])).join('&');
      expect((await GET(new Request(`${HOOK_URL}?${query}`))).status).toBe(400);
    }),
    { numRuns: 1000 },
  );
  expect(shop.ran).toEqual([]);
  expect(shop.lookups).toBe(0);
});

test('no address at all makes it throw or answer 5xx', async () => {
  const shop = createMemoryShop();
  const { GET } = createWebhookHandler({ ...shop.options, secret: 's' });
  await fc.assert(
    fc.asyncProperty(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), async (url, more) => {
      const { status } = await GET(new Request(`${url.split('#')[0]}?key=s&${more}`));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
  );
  expect(shop.ran).toEqual([]);
});
