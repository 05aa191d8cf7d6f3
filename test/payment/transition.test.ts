import { expect, test } from 'vitest';
import { InsteadError } from '../../src/errors.ts';
import { IDLE, type PayState, type PayStatus } from '../../src/payment/state.ts';
import { transition, type PaymentEvent } from '../../src/payment/transition.ts';

const error = new InsteadError('session_failed');

const states: Record<PayStatus, PayState> = {
  idle: IDLE,
  preparing: { status: 'preparing', merchantUid: 'a' },
  requesting: { status: 'requesting', merchantUid: 'a' },
  open: { status: 'open', merchantUid: 'a' },
  sent: { status: 'sent', merchantUid: 'a', method: 'kakao' },
  cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'user_cancelled' },
  failed: { status: 'failed', merchantUid: 'a', error },
};

const events: Record<PaymentEvent['status'], PaymentEvent> = {
  preparing: { status: 'preparing', merchantUid: 'b' },
  requesting: { status: 'requesting', merchantUid: 'b' },
  open: { status: 'open', merchantUid: 'b' },
  sent: { status: 'sent', method: 'link' },
  cancelled: { status: 'cancelled', reason: 'popup_closed' },
  failed: { status: 'failed', error },
};

// The next state by state and event. An event that is not listed leaves the state unchanged, the same object.
const table: Record<PayStatus, Partial<Record<PaymentEvent['status'], PayState>>> = {
  idle: {
    preparing: { status: 'preparing', merchantUid: 'b' },
    open: { status: 'open', merchantUid: 'b' },
    cancelled: { status: 'cancelled', reason: 'popup_closed' },
    failed: { status: 'failed', error },
  },
  preparing: {
    preparing: { status: 'preparing', merchantUid: 'a' },
    requesting: { status: 'requesting', merchantUid: 'a' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'popup_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  requesting: {
    open: { status: 'open', merchantUid: 'a' },
    sent: { status: 'sent', merchantUid: 'a', method: 'link' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'popup_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  open: {
    sent: { status: 'sent', merchantUid: 'a', method: 'link' },
    cancelled: { status: 'cancelled', merchantUid: 'a', reason: 'popup_closed' },
    failed: { status: 'failed', merchantUid: 'a', error },
  },
  sent: {},
  cancelled: {},
  failed: {},
};

const cases = Object.values(states).flatMap((state) => Object.values(events).map((event) => ({ state, event })));

test.each(cases)('$event.status in $state.status moves to the expected state', ({ state, event }) => {
  const next = transition(state, event);
  const expected = table[state.status][event.status];
  if (expected) expect(next).toStrictEqual(expected);
  else expect(next).toBe(state);
});

test('an event sets an unknown order number, and later events do not change it', () => {
  const preparing = transition({ status: 'preparing' }, { status: 'preparing', merchantUid: 'b' });
  expect(preparing).toStrictEqual({ status: 'preparing', merchantUid: 'b' });
  expect(transition(preparing, { status: 'requesting', merchantUid: 'c' })).toStrictEqual({
    status: 'requesting',
    merchantUid: 'b',
  });
});

test('an unknown order number is left out of the state rather than undefined', () => {
  expect(transition(IDLE, { status: 'preparing' })).toStrictEqual({ status: 'preparing' });
  expect(transition({ status: 'preparing' }, { status: 'failed', error })).toStrictEqual({ status: 'failed', error });
});
