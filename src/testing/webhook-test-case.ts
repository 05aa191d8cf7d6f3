import type { TestRun } from './webhook-test-run.ts';
import type { TestOrder, TestOrderState } from './test-webhook-handler-options.ts';

/** Something that happens to a hook, and how a good one comes out of it. */
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
  /** Where the order may stand at the end. Left out: there is no order to look at. */
  order?: readonly TestOrderState['status'][];
  timesPaid?: number;
}

/** A trick on a fresh order: `act` sends notices and tells the codes that count. */
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
      // A shop that does not count is judged by the status alone.
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
