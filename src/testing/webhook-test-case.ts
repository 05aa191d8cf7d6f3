import type { TestRun } from './webhook-test-run.ts';
import type { TestOrder, TestOrderState } from './test-webhook-handler-options.ts';

/** One case of the test suite, with its expected result. */
export interface WebhookTestCase {
  name: string;
  expected: string;
  execute(run: TestRun): Promise<{ passed: boolean; actual: string }>;
}

const kinds = {
  '2xx': (code: number) => code >= 200 && code < 300,
  '4xx': (code: number) => code >= 400 && code < 500,
  '5xx': (code: number) => code >= 500,
  '4xx or 5xx': (code: number) => code >= 400,
  'any code': () => true,
};

interface Expectation {
  response: keyof typeof kinds;
  /** The statuses that the order may have at the end. If omitted, the order is not checked. */
  order?: readonly TestOrderState['status'][];
  timesPaid?: number;
}

/** Creates a case that runs on a new order. `act` sends webhooks and resolves with the status codes to check. */
export function createTestCase(
  name: string,
  expectation: Expectation,
  act: (run: TestRun, order: TestOrder) => Promise<number[]>,
): WebhookTestCase {
  const { response, order: statuses, timesPaid } = expectation;
  return {
    name,
    expected: describeResult([response], statuses?.join(' or '), timesPaid),
    async execute(run) {
      const order = await run.createOrder();
      const codes = await act(run, order);
      const isExpected = codes.every(kinds[response]);
      if (!statuses) return { passed: isExpected, actual: describeResult(codes) };
      const state = await run.readOrder(order);
      // A shop that does not count is checked by the status only.
      const isCounted = state.timesPaid === undefined || state.timesPaid === timesPaid;
      return {
        passed: isExpected && statuses.includes(state.status) && isCounted,
        actual: describeResult(codes, state.status, state.timesPaid),
      };
    },
  };
}

function describeResult(responses: readonly (number | string)[], order?: string, timesPaid?: number): string {
  const counts = new Map<number | string, number>();
  for (const each of responses) counts.set(each, (counts.get(each) ?? 0) + 1);
  const codes = [...counts].map(([code, count]) => (count > 1 ? `${count} × ${code}` : `${code}`));
  const times = ['never paid', 'paid once'];
  return [
    codes.join(' and '),
    ...(order === undefined ? [] : [`order ${order}`]),
    ...(timesPaid === undefined ? [] : [times[timesPaid] ?? `paid ${timesPaid} times`]),
  ].join(', ');
}
