import { responseCases, requestCases, secretCase } from './request-cases.ts';
import { paymentCases } from './payment-cases.ts';
import { createTestReport, type WebhookTestResult, type WebhookTestReport } from './webhook-test-report.ts';
import type { TestRoute, TestWebhookHandlerOptions } from './test-webhook-handler-options.ts';
import { createTestRun, type TestRun } from './webhook-test-run.ts';
import type { WebhookTestCase } from './webhook-test-case.ts';

/**
 * Runs every case of the webhook test suite on a shop's route, and resolves with a report (guide, step 5).
 *
 * Concurrent and late copies, cancellations before and after, wrong amounts, forged webhooks, failed look-ups, unknown orders,
 * HEAD, POST, invalid queries. It needs no test framework and no network: it calls the route as a function and provides the
 * look-up. A route that throws or hangs fails its cases; the promise does not reject. The cases run one after the other, each
 * on its own order, which stays in the shop's database.
 *
 * @throws `TypeError` when a function among the options is missing.
 * @example
 * import { testWebhookHandler } from 'react-instead-pay/testing';
 * import { GET, HEAD } from '../app/api/webhooks/instead/route';
 * test('the webhook handler can be trusted with money', async () => {
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
      `testWebhookHandler() has no ${name}. Without it no trick can be played, or seen to work. Give it in the second argument.`,
    );
  }
  const run = createTestRun(route, options);
  const lines: WebhookTestResult[] = [];
  for (const testCase of [
    ...paymentCases,
    ...requestCases,
    ...(options.secret === undefined ? [] : [secretCase]),
    ...responseCases,
  ]) {
    run.isDown = false;
    lines.push(await play(testCase, run));
  }
  return createTestReport(lines);
}

async function play(testCase: WebhookTestCase, run: TestRun): Promise<WebhookTestResult> {
  const { name, expected } = testCase;
  try {
    return { name, expected, ...(await testCase.play(run)) };
  } catch (error) {
    return { name, expected, passed: false, actual: error instanceof Error ? error.message : String(error) };
  }
}
