import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const paidOnce = { response: '2xx', order: ['paid'], timesPaid: 1 } as const;
const rejected = { response: '4xx or 5xx', order: ['waiting'], timesPaid: 0 } as const;

/** The cases that would cost money: spoofed, repeated, late and reordered webhooks. */
export const paymentCases: readonly WebhookTestCase[] = [
  createTestCase('marks the order as paid when the look-up confirms the payment', paidOnce, async (run, order) => [
    await run.send(run.pay(order)),
  ]),
  {
    name: 'looks the payment up before changing the order',
    expected: 'looked up',
    async execute(run) {
      const before = run.lookups;
      await run.send(run.pay(await run.createOrder()));
      const passed = run.lookups > before;
      return {
        passed,
        actual: passed ? 'looked up' : 'not looked up, or the handler does not use the look-up of setLookup()',
      };
    },
  },
  createTestCase('pays the order once for ten concurrent copies', paidOnce, (run, order) => {
    const payload = run.pay(order);
    return Promise.all(Array.from({ length: 10 }, () => run.send(payload)));
  }),
  createTestCase('pays the order once for a late copy', paidOnce, async (run, order) => {
    const payload = run.pay(order);
    return [await run.send(payload), await run.send(payload)];
  }),
  createTestCase(
    'cancels a paid order',
    { response: '2xx', order: ['cancelled'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      return [await run.send(payload), await run.send(run.move(payload, 'cancelled'))];
    },
  ),
  createTestCase(
    'ignores a copy of the payment after its cancellation',
    // 200 from a shop that checks its database first, 409 from one that looks up first. Both are correct.
    { response: 'any code', order: ['cancelled'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(payload);
      await run.send(run.move(payload, 'cancelled'));
      return [await run.send(payload)];
    },
  ),
  createTestCase(
    'rejects a payment that arrives after its own cancellation',
    { response: '4xx or 5xx', order: ['cancelled', 'waiting'], timesPaid: 0 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(run.move(payload, 'cancelled'));
      return [await run.send(payload)];
    },
  ),
  createTestCase(
    'does not mark the order as paid when the payment failed',
    // Whether another payer may try again is up to the shop.
    { response: '2xx', order: ['failed', 'waiting'], timesPaid: 0 },
    async (run, order) => [await run.send(run.move(run.pay(order), 'failed'))],
  ),
  createTestCase('rejects an amount below the amount due', rejected, async (run, order) => [
    await run.send(run.pay(order, { amount: order.totalAmt - 1 })),
  ]),
  createTestCase('rejects an amount above the amount due', rejected, async (run, order) => [
    await run.send(run.pay(order, { amount: order.totalAmt + 1 })),
  ]),
  createTestCase('rejects an amount that is text', rejected, async (run, order) => [
    await run.send(run.pay(order, { amount: `${order.totalAmt}` })),
  ]),
  createTestCase('rejects a test payment for a live order, or the reverse', rejected, async (run, order) => [
    await run.send(run.pay(order, { sandbox: !run.sandbox })),
  ]),
  createTestCase('rejects a spoofed payment that failed at Instead', rejected, async (run, order) => [
    await run.send(run.pay(order, { status: 'failed' })),
  ]),
  createTestCase('rejects a spoofed payment that Instead does not know', rejected, async (run, order) => [
    await run.send(run.pay(order, null)),
  ]),
  createTestCase('rejects a spoofed payment that was made for another order', rejected, async (run, order) => {
    const { merchantUid } = await run.createOrder();
    return [await run.send(run.pay(order, { merchantUid }))];
  }),
  createTestCase(
    'rejects a spoofed cancellation of a paid payment',
    { response: '4xx or 5xx', order: ['paid'], timesPaid: 1 },
    async (run, order) => {
      const payload = run.pay(order);
      await run.send(payload);
      return [await run.send({ ...payload, status: 'cancelled' })];
    },
  ),
  createTestCase(
    'leaves the order waiting while the look-up fails',
    { ...rejected, response: '5xx' },
    async (run, order) => {
      run.isDown = true;
      return [await run.send(run.pay(order))];
    },
  ),
  createTestCase(
    'marks the order as paid for a copy that arrives after a failed look-up',
    paidOnce,
    async (run, order) => {
      const payload = run.pay(order);
      run.isDown = true;
      await run.send(payload);
      run.isDown = false;
      return [await run.send(payload)];
    },
  ),
];
