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

const events: Record<PayEvent['status'], PayEvent> = {
  preparing: { status: 'preparing', merchantUid: 'b' },
  requesting: { status: 'requesting', merchantUid: 'b' },
  open: { status: 'open', merchantUid: 'b' },
  sent: { status: 'sent', method: 'link' },
  cancelled: { status: 'cancelled', reason: 'window_closed' },
  failed: { status: 'failed', error },
};

// What an event makes of a state; an event that is not named leaves it as it is, the same object.
const table: Record<PayStatus, Partial<Record<PayEvent['status'], PayState>>> = {
  idle: {
    preparing: { status: 'preparing', merchantUid: 'b' },
    open: { status: 'open', merchantUid: 'b' },
    cancelled: { status: 'cancelled', reason: 'window_closed' },
    failed: { status: 'failed', error },
  },
  preparing: {
    preparing: { status: 'preparing', merchantUid: 'a' },
    requesting: { status: 'requesting', merchantUid: 'a' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'window_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  requesting: {
    open: { status: 'open', merchantUid: 'a' },
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

test.each(cases)('$state.status + $event.status', ({ state, event }) => {
  const next = transition(state, event);
  const expected = table[state.status][event.status];
  if (expected) expect(next).toStrictEqual(expected);
  else expect(next).toBe(state);
});

test('an order number that was not known yet comes with the event, and stays', () => {
  const preparing = transition({ status: 'preparing' }, { status: 'preparing', merchantUid: 'b' });
  expect(preparing).toStrictEqual({ status: 'preparing', merchantUid: 'b' });
  expect(transition(preparing, { status: 'requesting', merchantUid: 'c' })).toStrictEqual({
    status: 'requesting',
    merchantUid: 'b',
  });
});

test('an order number that nobody knows yet is left out, not undefined', () => {
  expect(transition(IDLE, { status: 'preparing' })).toStrictEqual({ status: 'preparing' });
  expect(transition({ status: 'preparing' }, { status: 'failed', error })).toStrictEqual({ status: 'failed', error });
});
