import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../e2e/support/test-site.ts';
import { SPOOFING_CASES, STATES } from './spoofing-table.ts';
import { MESSAGE_KINDS, MESSAGES } from './spoofed-messages.ts';
import { senders } from './support/senders.ts';
import { startPlay } from './support/play.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const UNTOUCHED = { isSameState: true, listenerCalls: 0, events: 0, raw: 0, isPolluted: false, lines: [] };

describe('forty spoofed messages leave the payment unchanged in every state, and its own result still arrives', () => {
  const cases = SPOOFING_CASES.map(
    (spoofingCase) => [`${spoofingCase.sender}: ${MESSAGE_KINDS[spoofingCase.kind]}`, spoofingCase] as const,
  );

  it.each(cases)('from %s', async (_, { id, kind, states, stoppedBy, isSameOrigin }) => {
    const play = await startPlay(site, { isSameOrigin, hasOpener: id === 'opener' });
    const post = await senders[id]!(play, site);
    for (const state of STATES) {
      await play.reach(state);
      if (!states.includes(state)) continue;
      await play.recordState();
      await post(MESSAGES[kind]);
      const { raw, ...changes } = await play.readChanges();
      expect({ state, ...changes }).toEqual({ state, ...UNTOUCHED, raw: undefined });
      // After the payment has settled, the popup's own messages still reach `request_cb`, until it posts `closed`.
      if (stoppedBy === 'settled') expect(raw).toBeGreaterThan(0);
      else expect({ state, raw }).toEqual({ state, raw: 0 });
      await play.returnToPayPage();
    }
    const outcome = { status: 'sent', merchantUid: 'order-1', method: 'link' };
    expect(await play.getOutcomes()).toEqual([outcome]);
    // The next payment succeeds, too.
    for (const state of STATES) await play.reach(state);
    expect(await play.getOutcomes()).toEqual([outcome, outcome]);
    await play.context.close();
  });
});

it('the table has at least twenty senders and a thousand messages', () => {
  expect(SPOOFING_CASES.length).toBeGreaterThanOrEqual(20);
  expect(new Set(SPOOFING_CASES.map(({ id }) => id)).size).toBe(SPOOFING_CASES.length);
  for (const [kind, messages] of Object.entries(MESSAGES)) expect(new Set(messages).size, kind).toBe(40);
});
