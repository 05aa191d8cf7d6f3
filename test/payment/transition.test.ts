import { expect, test } from 'vitest';
import { InsteadError } from '../../src/errors.ts';
import { IDLE, type PayState, type PayStatus } from '../../src/payment/state.ts';
import { transition, type PayEvent } from '../../src/payment/transition.ts';

const error = new InsteadError('session_failed');

const states: Record<PayStatus, PayState> = {
  idle: IDLE,
  preparing: { status: 'preparing', merchantUid: 'a' },
  requesting: { status: 'requesting', merchantUid: 'a' },
  open: { status: 'open', merchantUid: 'a' },
  sent: { status: 'sent', merchantUid: 'a', method: 'kakao' },
  cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'by_shopper' },
  failed: { status: 'failed', merchantUid: 'a', error },
};

const events: Record<PayEvent['type'], PayEvent> = {
  started: { type: 'started', merchantUid: 'b' },
  ordered: { type: 'ordered', merchantUid: 'b' },
  requested: { type: 'requested', merchantUid: 'b' },
  resumed: { type: 'resumed', merchantUid: 'b' },
  opened: { type: 'opened' },
  sent: { type: 'sent', method: 'link' },
  cancelled: { type: 'cancelled', reason: 'window_closed' },
  failed: { type: 'failed', error },
};

// What an event makes of a state; an event that is not named leaves it as it is, the same object.
const table: Record<PayStatus, Partial<Record<PayEvent['type'], PayState>>> = {
  idle: {
    started: { status: 'preparing', merchantUid: 'b' },
    resumed: { status: 'open', merchantUid: 'b' },
    cancelled: { status: 'cancelled', reason: 'window_closed' },
    failed: { status: 'failed', error },
  },
  preparing: {
    ordered: { status: 'preparing', merchantUid: 'b' },
    requested: { status: 'requesting', merchantUid: 'b' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'window_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  requesting: {
    opened: { status: 'open', merchantUid: 'a' },
    sent: { status: 'sent', merchantUid: 'a', method: 'link' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'window_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  open: {
    sent: { status: 'sent', merchantUid: 'a', method: 'link' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'window_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  sent: {},
  cancelled: {},
  failed: {},
};

const cases = Object.values(states).flatMap((state) => Object.values(events).map((event) => ({ state, event })));

test.each(cases)('$state.status + $event.type', ({ state, event }) => {
  const next = transition(state, event);
  const expected = table[state.status][event.type];
  if (expected) expect(next).toStrictEqual(expected);
  else expect(next).toBe(state);
});

test('an order number that nobody knows yet is left out, not undefined', () => {
  expect(transition(IDLE, { type: 'started' })).toStrictEqual({ status: 'preparing' });
  expect(transition({ status: 'preparing' }, { type: 'failed', error })).toStrictEqual({ status: 'failed', error });
});
