import { getEventListeners } from 'node:events';
import { expect, test, vi } from 'vitest';
import { resumePayment, startPayment } from '../../src/payment/payment.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

const sandbox = { sandbox: true };

test('opens the popup synchronously, while the order and the script are pending', () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  const payment = startPayment(adapter, () => new Promise(() => {}), sandbox);
  expect(adapter.popups).toHaveLength(1);
  expect(payment.getState()).toStrictEqual({ status: 'preparing' });
});

test('moves from preparing to sent and leaves the popup open', async () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  const payment = startPayment(adapter, makeRequest(), sandbox);
  expect(payment.getState()).toStrictEqual({ status: 'preparing', merchantUid: 'order-1' });
  await settled();
  expect(payment.getState().status).toBe('preparing');

  adapter.resolveConnect();
  await settled();
  expect(payment.getState()).toStrictEqual({ status: 'requesting', merchantUid: 'order-1' });

  adapter.popup.report({ status: 'open' });
  expect(payment.getState()).toStrictEqual({ status: 'open', merchantUid: 'order-1' });

  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect(await payment.outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-1', method: 'kakao' });
  expect(adapter.popup.calls).toEqual(['request', 'release']);
});

test('fails with invalid_request before it opens a popup', async () => {
  const adapter = createManualAdapter();
  const { outcome } = startPayment(adapter, makeRequest({ totalAmt: 0 }), sandbox);
  expect(await outcome).toMatchObject({
    status: 'failed',
    merchantUid: 'order-1',
    error: { code: 'invalid_request', issues: [{ path: 'totalAmt' }] },
  });
  expect(adapter.popups).toEqual([]);
  expect(adapter.attempts).toBe(0);
});

test('the message of invalid_request lists every invalid field', async () => {
  const { outcome } = startPayment(createManualAdapter(), makeRequest({ name: '', totalAmt: 0 }), sandbox);
  expect(await outcome).toMatchObject({
    error: { message: expect.stringMatching(/name must be .*totalAmt must be /) },
  });
});

test.each([undefined, null, 7, 'order-1'])(
  'resolves invalid_request, rather than throwing, for %s as the request',
  async (request) => {
    const { outcome } = startPayment(createManualAdapter(), request as unknown as PayRequest, sandbox);
    expect(await outcome).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_request', issues: [{ path: '' }] },
    });
  },
);

test('fails with popup_blocked when the popup is blocked, and does not call the order function', async () => {
  const adapter = createManualAdapter();
  adapter.isBlocked = true;
  const makeOrder = vi.fn(() => makeRequest());
  expect(await startPayment(adapter, makeOrder, sandbox).outcome).toMatchObject({ error: { code: 'popup_blocked' } });
  expect(makeOrder).not.toHaveBeenCalled();
});

test('calls the order function while the popup is open and the script loads', async () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  const payment = startPayment(adapter, () => makeRequest({ merchantUid: 'made' }), sandbox);
  await settled();
  expect(payment.getState()).toStrictEqual({ status: 'preparing', merchantUid: 'made' });
  adapter.resolveConnect();
  await settled();
  expect(adapter.popup.requests).toMatchObject([{ merchantUid: 'made', sandboxYn: '1' }]);
});

test.each<[string, () => PayRequest | Promise<PayRequest>]>([
  [
    'throws',
    () => {
      throw new RangeError('sold out');
    },
  ],
  ['rejects', () => Promise.reject(new RangeError('sold out'))],
])('fails with order_failed and the error as its cause when the order function %s', async (_, makeOrder) => {
  const adapter = createManualAdapter();
  expect(await startPayment(adapter, makeOrder, sandbox).outcome).toMatchObject({
    status: 'failed',
    error: { code: 'order_failed', cause: new RangeError('sold out') },
  });
  expect(adapter.popup.calls).toEqual(['close']);
});

test('closes the popup when the order function returns an invalid request', async () => {
  const adapter = createManualAdapter();
  const { outcome } = startPayment(adapter, () => makeRequest({ name: '' }), sandbox);
  expect(await outcome).toMatchObject({ error: { code: 'invalid_request', issues: [{ path: 'name' }] } });
  expect(adapter.popup.calls).toEqual(['close']);
});

test('fails at once when the script fails, and ignores an order that arrives later', async () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  let order!: (request: PayRequest) => void;
  const payment = startPayment(adapter, () => new Promise((resolve) => (order = resolve)), sandbox);
  adapter.rejectConnect('sdk_load_failed');
  const outcome = await payment.outcome;
  expect(outcome).toMatchObject({ status: 'failed', error: { code: 'sdk_load_failed' } });
  order(makeRequest());
  await settled();
  expect(payment.getState()).toBe(outcome);
  expect(adapter.popup.calls).toEqual(['close']);
});

test('an order that fails after the script failed is no unhandled rejection', async () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  let reject!: (error: Error) => void;
  const { outcome } = startPayment(adapter, () => new Promise((_, no) => (reject = no)), sandbox);
  adapter.rejectConnect();
  reject(new Error('sold out'));
  expect(await outcome).toMatchObject({ error: { code: 'token_failed' } });
  await settled();
});

test('ignores late results after it is cancelled while the session is requested', async () => {
  const adapter = createManualAdapter();
  const payment = startPayment(adapter, makeRequest(), sandbox);
  await settled();
  payment.cancel();
  adapter.popup.report({ status: 'open' });
  adapter.popup.report({ status: 'sent', method: 'link' });
  expect(await payment.outcome).toStrictEqual({ status: 'cancelled', merchantUid: 'order-1', reason: 'aborted' });
  expect(adapter.popup.calls).toEqual(['request', 'close']);
});

test('resolves aborted for an aborted signal, without a popup and without calling the order function', async () => {
  const adapter = createManualAdapter();
  const makeOrder = vi.fn(() => makeRequest());
  const { outcome } = startPayment(adapter, makeOrder, { ...sandbox, signal: AbortSignal.abort() });
  expect(await outcome).toStrictEqual({ status: 'cancelled', reason: 'aborted' });
  expect(adapter.popups).toEqual([]);
  expect(makeOrder).not.toHaveBeenCalled();
});

test('closes the popup when the signal aborts, and removes its abort listener once settled', async () => {
  const adapter = createManualAdapter();
  const early = new AbortController();
  const called = startPayment(adapter, makeRequest(), { ...sandbox, signal: early.signal });
  early.abort();
  expect(await called.outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  expect(adapter.popup.calls).toEqual(['close']);

  const late = new AbortController();
  const sent = startPayment(adapter, makeRequest(), { ...sandbox, signal: late.signal });
  expect(getEventListeners(late.signal, 'abort')).toHaveLength(1);
  await settled();
  adapter.popup.report({ status: 'sent', method: 'link' });
  expect(getEventListeners(late.signal, 'abort')).toEqual([]);
  late.abort();
  expect((await sent.outcome).status).toBe('sent');
});

test('closes the popup when the order function aborts the signal', async () => {
  const adapter = createManualAdapter();
  const controller = new AbortController();
  const { outcome } = startPayment(
    adapter,
    () => {
      controller.abort();
      return makeRequest();
    },
    { ...sandbox, signal: controller.signal },
  );
  expect(await outcome).toStrictEqual({ status: 'cancelled', reason: 'aborted' });
  await settled();
  expect(adapter.popup.calls).toEqual(['close']);
});

test('requests no session when a listener cancels the payment on requesting', async () => {
  const adapter = createManualAdapter();
  const payment = startPayment(adapter, makeRequest(), sandbox);
  payment.subscribe(() => {
    if (payment.getState().status === 'requesting') payment.cancel();
  });
  expect((await payment.outcome).status).toBe('cancelled');
  await settled();
  expect(adapter.popup.calls).toEqual(['close']);
});

test('reports a listener that throws, and still calls the other listeners and settles', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const adapter = createManualAdapter();
  const payment = startPayment(adapter, makeRequest(), sandbox);
  const thrown = new Error('an error in the shop');
  const statuses: string[] = [];
  payment.subscribe(() => {
    throw thrown;
  });
  payment.subscribe(() => statuses.push(payment.getState().status));
  await settled();
  adapter.popup.report({ status: 'sent', method: 'link' });
  expect((await payment.outcome).status).toBe('sent');
  expect(statuses).toEqual(['requesting', 'sent']);
  expect(consoleError.mock.calls).toEqual([[thrown], [thrown]]);
  consoleError.mockRestore();
});

test('resumes a payment that an earlier document left open', async () => {
  const adapter = createManualAdapter({ resumableOrder: 'order-9' });
  const payment = resumePayment(adapter);
  expect(payment?.getState()).toStrictEqual({ status: 'open', merchantUid: 'order-9' });
  adapter.popup.report({ status: 'sent', method: 'facebook' });
  expect(await payment?.outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-9', method: 'facebook' });
  expect(adapter.popup.calls).toEqual(['release']);
  expect(resumePayment(adapter)).toBeNull();
});
