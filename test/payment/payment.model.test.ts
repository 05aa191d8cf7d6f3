import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InsteadError, isInsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import { startPayment, type PayRequestSource } from '../../src/payment/payment.ts';
import { isSettled, type PayOutcome, type PayState, type PayStatus } from '../../src/payment/state.ts';
import type { PayEvent } from '../../src/payment/transition.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createHandGateway } from '../support/hand-gateway.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

// design.md's table: where a payment may go next. `preparing` twice: the order has become known.
const wayOn: Record<PayStatus, readonly PayStatus[]> = {
  idle: ['preparing', 'cancelled', 'failed'],
  preparing: ['preparing', 'requesting', 'cancelled', 'failed'],
  requesting: ['open', 'sent', 'cancelled', 'failed'],
  open: ['sent', 'cancelled', 'failed'],
  sent: [],
  cancelled: [],
  failed: [],
};

// The fields of each status: those it must have, and those it may.
const fields: Record<PayStatus, { must: string[]; may: string[] }> = {
  idle: { must: [], may: [] },
  preparing: { must: [], may: ['merchantUid'] },
  requesting: { must: ['merchantUid'], may: [] },
  open: { must: ['merchantUid'], may: [] },
  sent: { must: ['merchantUid', 'method'], may: [] },
  cancelled: { must: ['reason'], may: ['merchantUid'] },
  failed: { must: ['error'], may: ['merchantUid'] },
};

const isWellFormed: Record<string, (value: unknown) => boolean> = {
  merchantUid: (value) => typeof value === 'string' && value !== '',
  method: (value) => ['kakao', 'facebook', 'link'].includes(value as string),
  reason: (value) => ['by_shopper', 'window_closed', 'aborted'].includes(value as string),
  error: isInsteadError,
};

function checkShape(state: PayState) {
  const { must, may } = fields[state.status];
  const { status: _, ...given } = state;
  expect(Object.keys(given)).toEqual(expect.arrayContaining(must));
  for (const [field, value] of Object.entries(given)) {
    expect([...must, ...may]).toContain(field);
    expect(isWellFormed[field]?.(value), `${state.status}.${field} = ${String(value)}`).toBe(true);
  }
}

const codes: InsteadErrorCode[] = ['session_failed', 'window_lost', 'popup_blocked'];

const reported: fc.Arbitrary<PayEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PayEvent>({ status: 'open' }) },
  {
    weight: 2,
    arbitrary: fc.record({ status: fc.constant('sent'), method: fc.constantFrom('kakao', 'facebook', 'link') }),
  },
  fc.record({ status: fc.constant('cancelled'), reason: fc.constantFrom('by_shopper', 'window_closed') }),
  fc.record({ status: fc.constant('failed'), error: fc.constantFrom(...codes).map((code) => new InsteadError(code)) }),
  // What a gateway has no business to say.
  fc.constantFrom<PayEvent>(
    { status: 'preparing', merchantUid: 'forged' },
    { status: 'preparing', merchantUid: 'forged' },
    { status: 'open', merchantUid: 'forged' },
  ),
);

type Step =
  | { do: 'report'; event: PayEvent }
  | { do: 'cancel' | 'abort' | 'focus' | 'wait' | 'connected' | 'refused' }
  | { do: 'order'; request: unknown }
  | { do: 'reject' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('report' as const), event: reported }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'abort' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'connected' as const, 'focus' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('refused' as const, 'reject' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      request: fc.oneof(
        { weight: 5, arbitrary: fc.constant(makeRequest()) },
        fc.constantFrom(null, undefined, {}, makeRequest({ totalAmt: 0.5 })),
      ),
    }),
  },
);

const beginning = fc.record({
  source: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('plain', 'function') },
    { weight: 1, arbitrary: fc.constantFrom('wrong', 'number as order number', 'nothing', 'throwing function') },
  ),
  isBlocked: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
  sandbox: fc.constantFrom(true, false, true, false, undefined),
  signal: fc.constantFrom('none', 'fresh', 'fresh', 'aborted already'),
  isQuick: fc.boolean(),
  // Somebody who calls the payment off from the very callback that tells of a step.
  cancelsOn: fc.constantFrom(undefined, undefined, undefined, 'preparing', 'requesting', 'open'),
});

// Nobody moves them on: they are there to be counted.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] }));
afterEach(() => vi.useRealTimers());

test('whatever happens in whatever order, a payment keeps to the table, settles once and leaves nothing behind', async () => {
  const seen = new Set<string>();

  await fc.assert(
    fc.asyncProperty(beginning, fc.array(step, { maxLength: 14 }), async (start, steps) => {
      const gateway = createHandGateway({ isQuick: start.isQuick });
      gateway.isBlocked = start.isBlocked;
      const controller = new AbortController();
      if (start.signal === 'aborted already') controller.abort();
      const signal = start.signal === 'none' ? undefined : controller.signal;
      let order!: (request: PayRequest) => void;
      let reject!: (error: unknown) => void;
      const coming = new Promise<PayRequest>((yes, no) => {
        order = yes;
        reject = no;
      });
      coming.catch(() => {});
      const sources: Record<string, unknown> = {
        plain: makeRequest(),
        function: () => coming,
        wrong: makeRequest({ itemList: [] }),
        'number as order number': makeRequest({ merchantUid: 7 as never }),
        nothing: undefined,
        'throwing function': () => {
          throw new Error('out of stock');
        },
      };

      const payment = startPayment(gateway, sources[start.source] as PayRequestSource, {
        sandbox: start.sandbox,
        signal,
      });
      const states: PayState[] = [payment.getState()];
      payment.subscribe(() => {
        states.push(payment.getState());
        if (payment.getState().status === start.cancelsOn) payment.cancel();
      });
      const outcomes: PayOutcome[] = [];
      void payment.outcome.then((outcome) => outcomes.push(outcome));

      for (const each of steps) {
        switch (each.do) {
          case 'report':
            gateway.windows[0]?.report(each.event);
            break;
          case 'order':
            order(each.request as PayRequest);
            break;
          case 'reject':
            reject(new Error('out of stock'));
            break;
          case 'abort':
            controller.abort();
            break;
          case 'cancel':
          case 'focus':
            payment[each.do]();
            break;
          case 'connected':
          case 'refused':
            gateway[each.do]();
            break;
          case 'wait':
            await settled();
        }
        const books = gateway.windows[0]?.calls ?? [];
        const ends = books.filter((call) => call === 'close' || call === 'release').length;
        expect(ends, 'a window goes as the payment settles, not before and not later').toBe(
          gateway.windows.length && isSettled(payment.getState()) ? 1 : 0,
        );
      }
      payment.cancel();
      await settled();
      // Late voices. Nobody hears them.
      order(makeRequest());
      gateway.connected();
      for (const late of [{ status: 'open' }, { status: 'sent', method: 'link' }] as const) {
        gateway.windows[0]?.report(late);
      }
      await settled();

      const last = payment.getState();
      states.forEach(checkShape);
      states.reduce((before, after) => {
        expect(wayOn[before.status]).toContain(after.status);
        return after;
      });
      expect(isSettled(last)).toBe(true);
      expect(states.filter(isSettled)).toHaveLength(1);
      expect(outcomes).toEqual([last]);
      expect(outcomes[0]).toBe(last);

      expect(gateway.windows.length).toBeLessThanOrEqual(1);
      const calls = gateway.windows[0]?.calls ?? [];
      if (gateway.windows.length)
        expect(calls.at(-1), 'its end is the last that a window hears').toBe(
          last.status === 'sent' ? 'release' : 'close',
        );
      expect(calls.filter((call) => call === 'request').length).toBeLessThanOrEqual(1);
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);

      for (const { status } of states) seen.add(status);
      if (last.status === 'cancelled') seen.add(last.reason);
      if (last.status === 'failed') seen.add(last.error.code);
    }),
    { numRuns: 1500 },
  );

  // The walk has been everywhere: a property that never leaves the door would hold as well.
  const everywhere = ['preparing', 'requesting', 'open', 'sent', 'cancelled', 'failed'];
  const reasons = ['by_shopper', 'window_closed', 'aborted'];
  const failures = [...codes, 'invalid_request', 'order_failed', 'connect_failed'];
  expect([...seen]).toEqual(expect.arrayContaining([...everywhere, ...reasons, ...failures]));
});
