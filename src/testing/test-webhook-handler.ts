import { responseCases, requestCases, secretCase } from './request-cases.ts';
import { loadCases } from './load-cases.ts';
import { paymentCases } from './payment-cases.ts';
import { createTestReport, type WebhookTestResult, type WebhookTestReport } from './webhook-test-report.ts';
import type { TestRoute, TestWebhookHandlerOptions } from './test-webhook-handler-options.ts';
import { createTestRun, type TestRun } from './webhook-test-run.ts';
import type { WebhookTestCase } from './webhook-test-case.ts';

/**
 * Runs the webhook test suite on a shop's route, and resolves with a report (guide, step 5).
 *
 * It sends concurrent and late copies, cancellations, wrong amounts, test payments, spoofed webhooks (also a hundred at once),
 * unknown orders, HEAD, POST and invalid queries, and lets look-ups fail or hang. It calls the route as a function and provides the look-up: no test framework and no network
 * is needed. A route that throws or hangs fails its cases; the promise does not reject. The cases run one after the other, each
 * on a new order, which stays in the shop's database.
 *
 * Rejects with a `TypeError` if `createOrder`, `readOrder` or `setLookup` is missing.
 * @example
 * import { testWebhookHandler } from 'react-instead-pay/testing';
 * import { GET, HEAD } from '../app/api/webhooks/instead/route';
 * test('the webhook handler passes the webhook test suite', async () => {
 *   const report = await testWebhookHandler({ GET, HEAD }, {
 *     createOrder: () => db.createOrder({ totalAmt: 3000 }), // { merchantUid, totalAmt }
 *     readOrder: (merchantUid) => db.readOrder(merchantUid), // { status, timesPaid }
 *     setLookup: (lookup) => vi.mocked(fetchPayment).mockImplementation(lookup),
 *   });
 *   expect(report.passed, String(report)).toBe(true);
 * });
 */
export async function testWebhookHandler(
  route: TestRoute,
  options: TestWebhookHandlerOptions,
): Promise<WebhookTestReport> {
  for (const name of ['createOrder', 'readOrder', 'setLookup'] as const) {
    if (typeof options?.[name] === 'function') continue;
    throw new TypeError(
      `testWebhookHandler(): \`${name}\` is required and must be a function. Without it no case can run. Pass it in the second argument.`,
    );
  }
  const run = createTestRun(route, options);
  const results: WebhookTestResult[] = [];
  for (const testCase of [
    ...paymentCases,
    ...loadCases,
    ...requestCases,
    ...(options.secret === undefined ? [] : [secretCase]),
    ...responseCases,
  ]) {
    run.isDown = false;
    run.holdLookup = () => {};
    results.push(await execute(testCase, run));
  }
  return createTestReport(results);
}

async function execute(testCase: WebhookTestCase, run: TestRun): Promise<WebhookTestResult> {
  const { name, expected } = testCase;
  try {
    return { name, expected, ...(await testCase.execute(run)) };
  } catch (error) {
    return { name, expected, passed: false, actual: error instanceof Error ? error.message : String(error) };
  }
}
