import type { TestRun } from './webhook-test-run.ts';
import type { TestOrder, TestOrderState } from './test-webhook-handler-options.ts';

/** One case of the test suite, with the result that is expected. */
export interface WebhookTestCase {
  name: string;
  expected: string;
  play(run: TestRun): Promise<{ passed: boolean; actual: string }>;
}

const kinds = {
  '2xx': (code: number) => code >= 200 && code < 300,
  '4xx': (code: number) => code >= 400 && code < 500,
  '5xx': (code: number) => code >= 500,
  refused: (code: number) => code >= 400,
  answered: () => true,
};

interface Expectation {
  answer: keyof typeof kinds;
  /** The statuses that the order may have at the end. Without it, the order is not checked. */
  order?: readonly TestOrderState['status'][];
  timesPaid?: number;
}

/** Creates a case with a new order. `act` sends webhooks and resolves with the status codes to check. */
export function createTestCase(
  name: string,
  expectation: Expectation,
  act: (run: TestRun, order: TestOrder) => Promise<number[]>,
): WebhookTestCase {
  const { answer, order: statuses, timesPaid } = expectation;
  return {
    name,
    expected: toWords([answer], statuses?.join(' or '), timesPaid),
    async play(run) {
      const order = await run.createOrder();
      const codes = await act(run, order);
      const isAnswered = codes.every(kinds[answer]);
      if (!statuses) return { passed: isAnswered, actual: toWords(codes) };
      const state = await run.readOrder(order);
      // Only the status is checked if the shop does not count.
      const isCounted = state.timesPaid === undefined || state.timesPaid === timesPaid;
      return {
        passed: isAnswered && statuses.includes(state.status) && isCounted,
        actual: toWords(codes, state.status, state.timesPaid),
      };
    },
  };
}

function toWords(answers: readonly (number | string)[], order?: string, timesPaid?: number): string {
  const counts = new Map<number | string, number>();
  for (const each of answers) counts.set(each, (counts.get(each) ?? 0) + 1);
  const codes = [...counts].map(([code, count]) => (count > 1 ? `${count} × ${code}` : `${code}`));
  const times = ['never paid', 'paid once'];
  return [
    codes.join(' and '),
    ...(order === undefined ? [] : [`order ${order}`]),
    ...(timesPaid === undefined ? [] : [times[timesPaid] ?? `paid ${timesPaid} times`]),
  ].join(', ');
}
