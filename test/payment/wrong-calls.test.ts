import { afterEach, expect, test, vi } from 'vitest';
import { createPaymentController } from '../../src/payment/payment-controller.ts';
import { createPaymentStore } from '../../src/payment/payment-store.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

afterEach(() => void vi.useRealTimers());

function setUp(options: { orderTimeout?: number } = {}) {
  const adapter = createManualAdapter();
  const store = createPaymentStore();
  store.configure({ adapter, sandbox: true, ...options });
  store.mount(adapter, 'eager');
  const component = createPaymentController();
  component.configure(store, {});
  return { adapter, component };
}

test.each<[string, unknown]>([
  ['a controller', new AbortController()],
  ['null', null],
  ['a number', 5],
])('pay() throws a TypeError for %s as the signal, and the next call pays', async (_, signal) => {
  const { adapter, component } = setUp();
  expect(() => component.pay(makeRequest(), { signal: signal as AbortSignal })).toThrow(
    /^The `signal` passed to pay\(\) is not an AbortSignal/,
  );
  expect(adapter.popups).toHaveLength(0);
  void component.pay(makeRequest());
  await settled();
  expect(component.getState().status).toBe('requesting');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['an order number', 'order-1'],
  ['a click event of React', { nativeEvent: {}, target: null }],
])('pay() throws a TypeError for %s as the request, and the next call pays', async (_, request) => {
  const { adapter, component } = setUp();
  expect(() => component.pay(request as PayRequest)).toThrow(/^pay\(\) was called without a payment request/);
  expect(adapter.popups).toHaveLength(0);
  void component.pay(makeRequest());
  await settled();
  expect(component.getState().status).toBe('requesting');
});

test('an order function gets a signal that aborts when the payment is cancelled', async () => {
  const { component } = setUp();
  let received: AbortSignal | undefined;
  const outcome = component.pay(({ signal }) => {
    received = signal;
    return new Promise<PayRequest>(() => {});
  });
  expect(received?.aborted).toBe(false);
  component.cancel();
  expect(await outcome).toEqual({ status: 'cancelled', reason: 'aborted' });
  await settled();
  expect(received?.aborted).toBe(true);
});

test('an order function without a parameter is called without arguments, as a Server Action requires', async () => {
  const { component } = setUp();
  const received: unknown[][] = [];
  void component.pay((...args: unknown[]) => {
    received.push(args);
    return makeRequest();
  });
  await settled();
  expect(received).toEqual([[]]);
});

test('an order function that takes longer than timeouts.order fails with order_failed, and its late order is dropped', async () => {
  vi.useFakeTimers();
  const { adapter, component } = setUp({ orderTimeout: 5_000 });
  let deliver!: (request: PayRequest) => void;
  const outcome = component.pay(() => new Promise<PayRequest>((resolve) => (deliver = resolve)));
  await vi.advanceTimersByTimeAsync(4_999);
  expect(component.getState().status).toBe('preparing');
  await vi.advanceTimersByTimeAsync(1);
  const result = await outcome;
  expect(result).toMatchObject({ status: 'failed', error: { code: 'order_failed' } });
  expect(result.status === 'failed' && String(result.error.cause)).toContain('No result within 5000 ms');
  deliver(makeRequest());
  await vi.advanceTimersByTimeAsync(1);
  expect(adapter.popup.requests).toEqual([]);
  expect(adapter.popup.calls.at(-1)).toBe('close');
});

test.each([Infinity, 2 ** 31, Number.MAX_SAFE_INTEGER])('timeouts.order of %d ms waits', async (orderTimeout) => {
  vi.useFakeTimers();
  const { component } = setUp({ orderTimeout });
  void component.pay(() => new Promise<PayRequest>(() => {}));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(component.getState().status).toBe('preparing');
  component.cancel();
});
