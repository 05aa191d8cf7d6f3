import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const FLOOD = 100;
// What a hundred forged webhooks for one order may cost Instead at a time.
const MAX_LOOKUPS = 32;

const paidOnce = { response: '2xx', order: ['paid'], timesPaid: 1 } as const;

/** The cases of a service that is slow, and of a caller who wants it to be. */
export const loadCases: readonly WebhookTestCase[] = [
  createTestCase(
    'marks the order as paid for a copy while the look-up of the first hangs',
    paidOnce,
    async (run, order) => {
      const payload = run.pay(order);
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      const isHeld = new Promise<void>((resolve) => {
        run.holdLookup = () => {
          // Only the first: its request may have been cut off.
          run.holdLookup = () => {};
          resolve();
          return held;
        };
      });
      const first = run.send(payload).catch(() => 0);
      try {
        await Promise.race([isHeld, first]);
        return [await run.send(payload)];
      } finally {
        release();
        await first;
      }
    },
  ),
  {
    name: 'limits the look-ups in progress for a hundred forged webhooks, and still pays the order',
    expected: `at most ${MAX_LOOKUPS} look-ups, 2xx, order paid`,
    async execute(run) {
      const order = await run.createOrder();
      let [now, most] = [0, 0];
      run.holdLookup = async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now--;
      };
      const payloads = Array.from({ length: FLOOD }, () => run.pay(order, null));
      payloads.splice(FLOOD / 2, 0, run.pay(order));
      const statuses = await Promise.all(payloads.map((payload) => run.send(payload)));
      const [real = 0] = statuses.splice(FLOOD / 2, 1);
      const { status } = await run.readOrder(order);
      const isAccepted = (code: number) => code >= 200 && code < 300;
      const accepted = statuses.filter(isAccepted).length;
      return {
        passed: most > 0 && most <= MAX_LOOKUPS && isAccepted(real) && accepted === 0 && status === 'paid',
        actual: `${most} look-ups, ${real}, order ${status}${accepted ? `, ${accepted} forged ones accepted` : ''}`,
      };
    },
  },
];
