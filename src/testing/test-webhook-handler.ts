import { responseCases, requestCases, secretCase } from './request-cases.ts';
import { paymentCases } from './payment-cases.ts';
import { createTestReport, type WebhookTestResult, type WebhookTestReport } from './webhook-test-report.ts';
import type { TestRoute, TestWebhookHandlerOptions } from './test-webhook-handler-options.ts';
import { createTestRun, type TestRun } from './webhook-test-run.ts';
import type { WebhookTestCase } from './webhook-test-case.ts';

/**
 * Plays every trick on the route behind the shop's Hook URI, and tells for each how it came out (guide, step 5).
 *
 * Copies at once and late, cancellations before and after, wrong amounts, forged notices, Instead down, unknown orders,
 * HEAD, POST, junk. It needs no test framework and no network: the route is called as a function, and asks an Instead of
 * the kit's own. A route that throws or hangs fails its lines; nothing of it makes the promise reject. The tricks are
 * played one after the other, on orders of their own, which stay in the shop's database.
 *
 * @throws `TypeError` when a function among the options is missing.
 * @example
 * import { testWebhookHandler } from 'react-instead-pay/testing';
 * import { GET, HEAD } from '../app/api/webhooks/instead/route';
 * test('the hook can be trusted with money', async () => {
 *   const report = await testWebhookHandler({ GET, HEAD }, {
 *     createOrder: () => db.createOrder({ totalAmt: 3000 }), // { merchantUid, totalAmt }
 *     readOrder: (merchantUid) => db.readOrder(merchantUid), // { status, timesPaid }
 *     setLookup: (lookup) => vi.mocked(askInstead).mockImplementation(lookup),
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
