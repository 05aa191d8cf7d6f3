import { hookAnswerTricks, hookFormTricks, hookSecretTrick } from './hook-form-tricks.ts';
import { hookMoneyTricks } from './hook-money-tricks.ts';
import { createHookReport, type InsteadHookLine, type InsteadHookReport } from './hook-report.ts';
import type { HookRoute, TestInsteadHookOptions } from './hook-shop.ts';
import { createHookStage, type HookStage } from './hook-stage.ts';
import type { HookTrick } from './hook-trick.ts';

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
 * import { testInsteadHook } from 'react-instead-pay/testing';
 * import { GET, HEAD } from '../app/api/instead/hook/route';
 * test('the hook can be trusted with money', async () => {
 *   const report = await testInsteadHook({ GET, HEAD }, {
 *     createOrder: () => db.createOrder({ totalAmt: 3000 }), // { merchantUid, totalAmt }
 *     readOrder: (merchantUid) => db.readOrder(merchantUid), // { status, timesPaid }
 *     setLookup: (lookup) => vi.mocked(askInstead).mockImplementation(lookup),
 *   });
 *   expect(report.passed, String(report)).toBe(true);
 * });
 */
export async function testInsteadHook(route: HookRoute, options: TestInsteadHookOptions): Promise<InsteadHookReport> {
  for (const name of ['createOrder', 'readOrder', 'setLookup'] as const) {
    if (typeof options?.[name] === 'function') continue;
    throw new TypeError(
      `testInsteadHook() has no ${name}. Without it no trick can be played, or seen to work. Give it in the second argument.`,
    );
  }
  const stage = createHookStage(route, options);
  const lines: InsteadHookLine[] = [];
  for (const trick of [
    ...hookMoneyTricks,
    ...hookFormTricks,
    ...(options.secret === undefined ? [] : [hookSecretTrick]),
    ...hookAnswerTricks,
  ]) {
    stage.isDown = false;
    lines.push(await play(trick, stage));
  }
  return createHookReport(lines);
}

async function play(trick: HookTrick, stage: HookStage): Promise<InsteadHookLine> {
  const { name, expected } = trick;
  try {
    return { name, expected, ...(await trick.play(stage)) };
  } catch (error) {
    return { name, expected, passed: false, actual: error instanceof Error ? error.message : String(error) };
  }
}
