import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const paidOnce = { answer: '2xx', order: ['paid'], timesPaid: 1 } as const;
const refused = { answer: 'refused', order: ['waiting'], timesPaid: 0 } as const;

/** The cases that would cost money: forged, repeated, late and reordered webhooks. */
export const paymentCases: readonly WebhookTestCase[] = [
  createTestCase('a payment that Instead confirms pays the order', paidOnce, async (run, order) => [
    await run.send(run.pay(order)),
  ]),
  {
    name: 'Instead is asked before a notice is believed',
    expected: 'asked',
    async play(run) {
      const before = run.lookups;
      await run.send(run.pay(await run.createOrder()));
      const passed = run.lookups > before;
      return { passed, actual: passed ? 'asked' : 'not asked, or setLookup() is not wired to the handler' };
    },
  },
  createTestCase('ten copies at once pay it once', paidOnce, (run, order) => {
    const payload = run.pay(order);
    return Promise.all(Array.from({ length: 10 }, () => run.send(payload)));
  }),
  createTestCase('a copy that comes late pays nothing more', paidOnce, async (run, order) => {
    const payload = run.pay(order);
    return [await run.send(payload), await run.send(payload)];
  }),
  createTestCase(
    'a cancellation cancels what was paid',
    { answer: '2xx', order: ['cancelled'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      return [await run.send(payload), await run.send(run.move(payload, 'cancelled'))];
    },
  ),
  createTestCase(
    'a copy of the payment after its cancellation changes nothing',
    // A shop that responds from its database returns 200; one that looks up first returns 409. Both are right.
    { answer: 'answered', order: ['cancelled'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(payload);
      await run.send(run.move(payload, 'cancelled'));
      return [await run.send(payload)];
    },
  ),
  createTestCase(
    'a payment that arrives after its own cancellation is refused',
    { answer: 'refused', order: ['cancelled', 'waiting'], timesPaid: 0 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(run.move(payload, 'cancelled'));
      return [await run.send(payload)];
    },
  ),
  createTestCase(
    'a payment that failed pays nothing',
    // Whether another payer may try again is the shop's decision.
    { answer: '2xx', order: ['failed', 'waiting'], timesPaid: 0 },
    async (run, order) => [await run.send(run.move(run.pay(order), 'failed'))],
  ),
  createTestCase('less money than is due is refused', refused, async (run, order) => [
    await run.send(run.pay(order, { amount: order.totalAmt - 1 })),
  ]),
  createTestCase('more money than is due is refused', refused, async (run, order) => [
    await run.send(run.pay(order, { amount: order.totalAmt + 1 })),
  ]),
  createTestCase('a forged payment is refused: Instead says that it failed', refused, async (run, order) => [
    await run.send(run.pay(order, { status: 'failed' })),
  ]),
  createTestCase('a forged payment is refused: Instead does not know it', refused, async (run, order) => [
    await run.send(run.pay(order, null)),
  ]),
  createTestCase('a forged payment is refused: it was made for another order', refused, async (run, order) => {
    const { merchantUid } = await run.createOrder();
    return [await run.send(run.pay(order, { merchantUid }))];
  }),
  createTestCase(
    'a forged cancellation is refused: Instead says that it is paid',
    { answer: 'refused', order: ['paid'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(payload);
      return [await run.send({ ...payload, status: 'cancelled' })];
    },
  ),
  createTestCase(
    'while Instead cannot be asked, the order waits',
    { ...refused, answer: '5xx' },
    async (run, order) => {
      run.isDown = true;
      return [await run.send(run.pay(order))];
    },
  ),
  createTestCase('a copy that comes when Instead is back pays', paidOnce, async (run, order) => {
    const payload = run.pay(order);
    run.isDown = true;
    await run.send(payload);
    run.isDown = false;
    return [await run.send(payload)];
  }),
];
