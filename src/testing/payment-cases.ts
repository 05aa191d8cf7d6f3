import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const paidOnce = { answer: '2xx', order: ['paid'], timesPaid: 1 } as const;
const refused = { answer: 'refused', order: ['waiting'], timesPaid: 0 } as const;

/** What would cost money: whom the hook believes, how often, and in which order. */
export const paymentCases: readonly WebhookTestCase[] = [
  createTestCase('a payment that Instead confirms pays the order', paidOnce, async (stage, order) => [
    await stage.send(stage.pay(order)),
  ]),
  {
    name: 'Instead is asked before a notice is believed',
    expected: 'asked',
    async play(stage) {
      const before = stage.lookups;
      await stage.send(stage.pay(await stage.createOrder()));
      const passed = stage.lookups > before;
      return { passed, actual: passed ? 'asked' : 'not asked, or setLookup() is not wired to the handler' };
    },
  },
  createTestCase('ten copies at once pay it once', paidOnce, (stage, order) => {
    const notice = stage.pay(order);
    return Promise.all(Array.from({ length: 10 }, () => stage.send(notice)));
  }),
  createTestCase('a copy that comes late pays nothing more', paidOnce, async (stage, order) => {
    const notice = stage.pay(order);
    return [await stage.send(notice), await stage.send(notice)];
  }),
  createTestCase(
    'a cancellation cancels what was paid',
    { answer: '2xx', order: ['cancelled'], timesPaid: 1 },
    async (stage, order) => {
      const notice = stage.pay(order);
      return [await stage.send(notice), await stage.send(stage.move(notice, 'cancelled'))];
    },
  ),
  createTestCase(
    'a copy of the payment after its cancellation changes nothing',
    // A shop that answers from what it has committed says 200; one that asks first says 409. Both are right.
    { answer: 'answered', order: ['cancelled'], timesPaid: 1 },
    async (stage, order) => {
      const notice = stage.pay(order);
      await stage.send(notice);
      await stage.send(stage.move(notice, 'cancelled'));
      return [await stage.send(notice)];
    },
  ),
  createTestCase(
    'a payment that arrives after its own cancellation is refused',
    { answer: 'refused', order: ['cancelled', 'waiting'], timesPaid: 0 },
    async (stage, order) => {
      const notice = stage.pay(order);
      await stage.send(stage.move(notice, 'cancelled'));
      return [await stage.send(notice)];
    },
  ),
  createTestCase(
    'a payment that failed pays nothing',
    // Whether somebody else may try again is the shop's to say.
    { answer: '2xx', order: ['failed', 'waiting'], timesPaid: 0 },
    async (stage, order) => [await stage.send(stage.move(stage.pay(order), 'failed'))],
  ),
  createTestCase('less money than is due is refused', refused, async (stage, order) => [
    await stage.send(stage.pay(order, { amount: order.totalAmt - 1 })),
  ]),
  createTestCase('more money than is due is refused', refused, async (stage, order) => [
    await stage.send(stage.pay(order, { amount: order.totalAmt + 1 })),
  ]),
  createTestCase('a forged payment is refused: Instead says that it failed', refused, async (stage, order) => [
    await stage.send(stage.pay(order, { status: 'failed' })),
  ]),
  createTestCase('a forged payment is refused: Instead does not know it', refused, async (stage, order) => [
    await stage.send(stage.pay(order, null)),
  ]),
  createTestCase('a forged payment is refused: it was made for another order', refused, async (stage, order) => {
    const { merchantUid } = await stage.createOrder();
    return [await stage.send(stage.pay(order, { merchantUid }))];
  }),
  createTestCase(
    'a forged cancellation is refused: Instead says that it is paid',
    { answer: 'refused', order: ['paid'], timesPaid: 1 },
    async (stage, order) => {
      const notice = stage.pay(order);
      await stage.send(notice);
      return [await stage.send({ ...notice, status: 'cancelled' })];
    },
  ),
  createTestCase(
    'while Instead cannot be asked, the order waits',
    { ...refused, answer: '5xx' },
    async (stage, order) => {
      stage.isDown = true;
      return [await stage.send(stage.pay(order))];
    },
  ),
  createTestCase('a copy that comes when Instead is back pays', paidOnce, async (stage, order) => {
    const notice = stage.pay(order);
    stage.isDown = true;
    await stage.send(notice);
    stage.isDown = false;
    return [await stage.send(notice)];
  }),
];
