import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InsteadError, isInsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import { startPayment } from '../../src/payment/payment.ts';
import type { PayRequestInput } from '../../src/payment/order-function.ts';
import { isSettled, type PayOutcome, type PayState, type PayStatus } from '../../src/payment/state.ts';
import type { PaymentEvent } from '../../src/payment/transition.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

// The allowed next statuses. `preparing` follows itself when the order number becomes known.
const nextStatuses: Record<PayStatus, readonly PayStatus[]> = {
  idle: ['preparing', 'cancelled', 'failed'],
  preparing: ['preparing', 'requesting', 'cancelled', 'failed'],
  requesting: ['open', 'sent', 'cancelled', 'failed'],
  open: ['sent', 'cancelled', 'failed'],
  sent: [],
  cancelled: [],
  failed: [],
};

// The required and the optional fields of each status.
const fields: Record<PayStatus, { required: string[]; optional: string[] }> = {
  idle: { required: [], optional: [] },
  preparing: { required: [], optional: ['merchantUid'] },
  requesting: { required: ['merchantUid'], optional: [] },
  open: { required: ['merchantUid'], optional: [] },
  sent: { required: ['merchantUid', 'method'], optional: [] },
  cancelled: { required: ['reason'], optional: ['merchantUid'] },
  failed: { required: ['error'], optional: ['merchantUid'] },
};

const isValid: Record<string, (value: unknown) => boolean> = {
  merchantUid: (value) => typeof value === 'string' && value !== '',
  method: (value) => ['kakao', 'facebook', 'link'].includes(value as string),
  reason: (value) => ['user_cancelled', 'popup_closed', 'aborted'].includes(value as string),
  error: isInsteadError,
};

function checkShape(state: PayState) {
  const { required, optional } = fields[state.status];
  const { status: _, ...given } = state;
  expect(Object.keys(given)).toEqual(expect.arrayContaining(required));
  for (const [field, value] of Object.entries(given)) {
    expect([...required, ...optional]).toContain(field);
    expect(isValid[field]?.(value), `${state.status}.${field} = ${String(value)}`).toBe(true);
  }
}

const codes: InsteadErrorCode[] = ['session_failed', 'popup_lost', 'popup_blocked'];

const reportedEvent: fc.Arbitrary<PaymentEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PaymentEvent>({ status: 'open' }) },
  {
    weight: 2,
    arbitrary: fc.record({ status: fc.constant('sent'), method: fc.constantFrom('kakao', 'facebook', 'link') }),
  },
  fc.record({ status: fc.constant('cancelled'), reason: fc.constantFrom('user_cancelled', 'popup_closed') }),
  fc.record({ status: fc.constant('failed'), error: fc.constantFrom(...codes).map((code) => new InsteadError(code)) }),
  // Events that an adapter must not report.
  fc.constantFrom<PaymentEvent>(
    { status: 'preparing', merchantUid: 'spoofed' },
    { status: 'preparing', merchantUid: 'spoofed' },
    { status: 'open', merchantUid: 'spoofed' },
  ),
);

type Step =
  | { do: 'report'; event: PaymentEvent }
  | { do: 'cancel' | 'abort' | 'focus' | 'wait' | 'resolveConnect' | 'rejectConnect' }
  | { do: 'order'; request: unknown }
  | { do: 'reject' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('report' as const), event: reportedEvent }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'abort' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'resolveConnect' as const, 'focus' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rejectConnect' as const, 'reject' as const) }) },
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

const setup = fc.record({
  source: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('plain', 'function') },
    { weight: 1, arbitrary: fc.constantFrom('invalid', 'number as order number', 'nothing', 'throwing function') },
  ),
  isBlocked: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
  sandbox: fc.constantFrom(true, false, true, false, undefined),
  signal: fc.constantFrom('none', 'fresh', 'fresh', 'already aborted'),
  isQuick: fc.boolean(),
  // The status on which a listener cancels the payment.
  cancelsOn: fc.constantFrom(undefined, undefined, undefined, 'preparing', 'requesting', 'open'),
});

// The fake timers never advance: they are only counted.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

test('any sequence of events follows the transition table, settles once and leaves no listener, timer or popup behind', async () => {
  const seen = new Set<string>();

  await fc.assert(
    fc.asyncProperty(setup, fc.array(step, { maxLength: 14 }), async (start, steps) => {
      const adapter = createManualAdapter({ connectsAtOnce: start.isQuick });
      adapter.isBlocked = start.isBlocked;
      const controller = new AbortController();
      if (start.signal === 'already aborted') controller.abort();
      const signal = start.signal === 'none' ? undefined : controller.signal;
      let order!: (request: PayRequest) => void;
      let reject!: (error: unknown) => void;
      const pendingOrder = new Promise<PayRequest>((resolve, rejectOrder) => {
        order = resolve;
        reject = rejectOrder;
      });
      pendingOrder.catch(() => {});
      const sources: Record<string, unknown> = {
        plain: makeRequest(),
        function: () => pendingOrder,
        invalid: makeRequest({ itemList: [] }),
        'number as order number': makeRequest({ merchantUid: 7 as never }),
        nothing: undefined,
        'throwing function': () => {
          throw new Error('out of stock');
        },
      };

      const payment = startPayment(adapter, sources[start.source] as PayRequestInput, {
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
            adapter.popups[0]?.report(each.event);
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
          case 'resolveConnect':
          case 'rejectConnect':
            adapter[each.do]();
            break;
          case 'wait':
            await settled();
        }
        const calls = adapter.popups[0]?.calls ?? [];
        const ends = calls.filter((call) => call === 'close' || call === 'release').length;
        expect(ends, 'the popup is closed or released exactly when the payment settles').toBe(
          adapter.popups.length && isSettled(payment.getState()) ? 1 : 0,
        );
      }
      payment.cancel();
      await settled();
      // Events after the payment has settled. They are ignored.
      order(makeRequest());
      adapter.resolveConnect();
      for (const late of [{ status: 'open' }, { status: 'sent', method: 'link' }] as const) {
        adapter.popups[0]?.report(late);
      }
      await settled();

      const last = payment.getState();
      states.forEach(checkShape);
      states.reduce((before, after) => {
        expect(nextStatuses[before.status]).toContain(after.status);
        return after;
      });
      expect(isSettled(last)).toBe(true);
      expect(states.filter(isSettled)).toHaveLength(1);
      expect(outcomes).toEqual([last]);
      expect(outcomes[0]).toBe(last);

      expect(adapter.popups.length).toBeLessThanOrEqual(1);
      const calls = adapter.popups[0]?.calls ?? [];
      if (adapter.popups.length)
        expect(calls.at(-1), 'the last call on the popup is the one that settled it').toBe(
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

  // Every status, reason and code has been reached, so the property is not trivially true.
  const statuses = ['preparing', 'requesting', 'open', 'sent', 'cancelled', 'failed'];
  const reasons = ['user_cancelled', 'popup_closed', 'aborted'];
  const failures = [...codes, 'invalid_request', 'order_failed', 'token_failed'];
  expect([...seen]).toEqual(expect.arrayContaining([...statuses, ...reasons, ...failures]));
});
