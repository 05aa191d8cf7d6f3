import { getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { resumePayment, startPayment } from '../../src/payment/payment.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createHandGateway } from '../support/hand-gateway.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

const sandbox = { sandbox: true };

test('the window opens before pay() returns, whatever is still on its way', () => {
  const gateway = createHandGateway({ isQuick: false });
  const payment = startPayment(gateway, () => new Promise(() => {}), sandbox);
  expect(gateway.windows).toHaveLength(1);
  expect(payment.getState()).toStrictEqual({ status: 'preparing' });
});

test('a payment goes from the click to sent, and leaves the window to the shopper', async () => {
  const gateway = createHandGateway({ isQuick: false });
  const payment = startPayment(gateway, makeRequest(), sandbox);
  expect(payment.getState()).toStrictEqual({ status: 'preparing', merchantUid: 'order-1' });
  await settled();
  expect(payment.getState().status).toBe('preparing');

  gateway.connected();
  await settled();
  expect(payment.getState()).toStrictEqual({ status: 'requesting', merchantUid: 'order-1' });

  gateway.window.report({ status: 'open' });
  expect(payment.getState()).toStrictEqual({ status: 'open', merchantUid: 'order-1' });

  gateway.window.report({ status: 'sent', method: 'kakao' });
  expect(await payment.outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-1', method: 'kakao' });
  expect(gateway.window.calls).toEqual(['request', 'release']);
});

test('a wrong request opens no window', async () => {
  const gateway = createHandGateway();
  const { outcome } = startPayment(gateway, makeRequest({ totalAmt: 0 }), sandbox);
  expect(await outcome).toMatchObject({
    status: 'failed',
    merchantUid: 'order-1',
    error: { code: 'invalid_request', issues: [{ path: 'totalAmt' }] },
  });
  expect(gateway.windows).toEqual([]);
  expect(gateway.tries).toBe(0);
});

test('the message of invalid_request names every field that is wrong', async () => {
  const { outcome } = startPayment(createHandGateway(), makeRequest({ name: '', totalAmt: 0 }), sandbox);
  expect(await outcome).toMatchObject({
    error: { message: expect.stringMatching(/name must be .*totalAmt must be /) },
  });
});

test.each([undefined, null, 7, 'order-1'])(
  '%s in place of a request is invalid_request, not an exception',
  async (request) => {
    const { outcome } = startPayment(createHandGateway(), request as unknown as PayRequest, sandbox);
    expect(await outcome).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_request', issues: [{ path: '' }] },
    });
  },
);

test('a blocked window is popup_blocked, and the shop is not asked for an order', async () => {
  const gateway = createHandGateway();
  gateway.isBlocked = true;
  const makeOrder = vi.fn(() => makeRequest());
  expect(await startPayment(gateway, makeOrder, sandbox).outcome).toMatchObject({ error: { code: 'popup_blocked' } });
  expect(makeOrder).not.toHaveBeenCalled();
});

test('a function makes the order while the window is open and the script loads', async () => {
  const gateway = createHandGateway({ isQuick: false });
  const payment = startPayment(gateway, () => makeRequest({ merchantUid: 'made' }), sandbox);
  await settled();
  expect(payment.getState()).toStrictEqual({ status: 'preparing', merchantUid: 'made' });
  gateway.connected();
  await settled();
  expect(gateway.window.requests).toMatchObject([{ merchantUid: 'made', sandboxYn: '1' }]);
});

test.each<[string, () => PayRequest | Promise<PayRequest>]>([
  [
    'throws',
    () => {
      throw new RangeError('sold out');
    },
  ],
  ['rejects', () => Promise.reject(new RangeError('sold out'))],
])('an order function that %s is order_failed, with what it threw as the cause', async (_, makeOrder) => {
  const gateway = createHandGateway();
  expect(await startPayment(gateway, makeOrder, sandbox).outcome).toMatchObject({
    status: 'failed',
    error: { code: 'order_failed', cause: new RangeError('sold out') },
  });
  expect(gateway.window.calls).toEqual(['close']);
});

test('a wrong order from a function closes the window that is open by then', async () => {
  const gateway = createHandGateway();
  const { outcome } = startPayment(gateway, () => makeRequest({ name: '' }), sandbox);
  expect(await outcome).toMatchObject({ error: { code: 'invalid_request', issues: [{ path: 'name' }] } });
  expect(gateway.window.calls).toEqual(['close']);
});

test('a script that fails ends the payment at once, and an order that comes later changes nothing', async () => {
  const gateway = createHandGateway({ isQuick: false });
  let order!: (request: PayRequest) => void;
  const payment = startPayment(gateway, () => new Promise((resolve) => (order = resolve)), sandbox);
  gateway.refused('sdk_load_failed');
  const outcome = await payment.outcome;
  expect(outcome).toMatchObject({ status: 'failed', error: { code: 'sdk_load_failed' } });
  order(makeRequest());
  await settled();
  expect(payment.getState()).toBe(outcome);
  expect(gateway.window.calls).toEqual(['close']);
});

test('an order that fails after the script did is not an unhandled rejection', async () => {
  const gateway = createHandGateway({ isQuick: false });
  let reject!: (error: Error) => void;
  const { outcome } = startPayment(gateway, () => new Promise((_, no) => (reject = no)), sandbox);
  gateway.refused();
  reject(new Error('sold out'));
  expect(await outcome).toMatchObject({ error: { code: 'connect_failed' } });
  await settled();
});

test('a payment called off while the session is made hears nothing of a late answer', async () => {
  const gateway = createHandGateway();
  const payment = startPayment(gateway, makeRequest(), sandbox);
  await settled();
  payment.cancel();
  gateway.window.report({ status: 'open' });
  gateway.window.report({ status: 'sent', method: 'link' });
  expect(await payment.outcome).toStrictEqual({ status: 'cancelled', merchantUid: 'order-1', reason: 'aborted' });
  expect(gateway.window.calls).toEqual(['request', 'close']);
});

test('a signal that has aborted already opens no window and asks nobody', async () => {
  const gateway = createHandGateway();
  const makeOrder = vi.fn(() => makeRequest());
  const { outcome } = startPayment(gateway, makeOrder, { ...sandbox, signal: AbortSignal.abort() });
  expect(await outcome).toStrictEqual({ status: 'cancelled', reason: 'aborted' });
  expect(gateway.windows).toEqual([]);
  expect(makeOrder).not.toHaveBeenCalled();
});

test('a signal that aborts later closes the window; one that aborts too late is not listened to', async () => {
  const gateway = createHandGateway();
  const early = new AbortController();
  const called = startPayment(gateway, makeRequest(), { ...sandbox, signal: early.signal });
  early.abort();
  expect(await called.outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  expect(gateway.window.calls).toEqual(['close']);

  const late = new AbortController();
  const sent = startPayment(gateway, makeRequest(), { ...sandbox, signal: late.signal });
  expect(getEventListeners(late.signal, 'abort')).toHaveLength(1);
  await settled();
  gateway.window.report({ status: 'sent', method: 'link' });
  expect(getEventListeners(late.signal, 'abort')).toEqual([]);
  late.abort();
  expect((await sent.outcome).status).toBe('sent');
});

test('a signal that the order function itself aborts closes the window that has just opened', async () => {
  const gateway = createHandGateway();
  const controller = new AbortController();
  const { outcome } = startPayment(
    gateway,
    () => {
      controller.abort();
      return makeRequest();
    },
    { ...sandbox, signal: controller.signal },
  );
  expect(await outcome).toStrictEqual({ status: 'cancelled', reason: 'aborted' });
  await settled();
  expect(gateway.window.calls).toEqual(['close']);
});

test('somebody who calls a payment off on hearing that Instead is being asked, keeps it from being asked', async () => {
  const gateway = createHandGateway();
  const payment = startPayment(gateway, makeRequest(), sandbox);
  payment.subscribe(() => {
    if (payment.getState().status === 'requesting') payment.cancel();
  });
  expect((await payment.outcome).status).toBe('cancelled');
  await settled();
  expect(gateway.window.calls).toEqual(['close']);
});

test('a listener that throws is reported, and keeps neither the others nor the payment from going on', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  const gateway = createHandGateway();
  const payment = startPayment(gateway, makeRequest(), sandbox);
  const mistake = new Error('a mistake in the shop');
  const heard: string[] = [];
  payment.subscribe(() => {
    throw mistake;
  });
  payment.subscribe(() => heard.push(payment.getState().status));
  await settled();
  gateway.window.report({ status: 'sent', method: 'link' });
  expect((await payment.outcome).status).toBe('sent');
  expect(heard).toEqual(['requesting', 'sent']);
  expect(complain.mock.calls).toEqual([[mistake], [mistake]]);
  complain.mockRestore();
});

test('a payment that an earlier document left open is taken up where it stood', async () => {
  const gateway = createHandGateway({ resumes: 'order-9' });
  const payment = resumePayment(gateway);
  expect(payment?.getState()).toStrictEqual({ status: 'open', merchantUid: 'order-9' });
  gateway.window.report({ status: 'sent', method: 'facebook' });
  expect(await payment?.outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-9', method: 'facebook' });
  expect(gateway.window.calls).toEqual(['release']);
  expect(resumePayment(gateway)).toBeNull();
});
