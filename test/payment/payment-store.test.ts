import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import type { InsteadEvent } from '../../src/payment/event.ts';
import { createPaymentController, type PayCallbacks } from '../../src/payment/payment-controller.ts';
import type { PaymentOwner } from '../../src/payment/payment-page.ts';
import { createPaymentStore } from '../../src/payment/payment-store.ts';
import type { PayRequestInput } from '../../src/payment/order-function.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

let consoleError: MockInstance<typeof console.error>;
beforeEach(() => {
  consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  const reports = takeReports();
  vi.restoreAllMocks();
  vi.useRealTimers();
  expect(reports).toEqual([]);
});

/** Returns and clears the reported errors of the shop's callbacks. A test that leaves any fails. */
const takeReports = (): unknown[] => consoleError.mock.calls.splice(0).flat();

interface Options {
  sandbox?: boolean | undefined;
  connectsAtOnce?: boolean;
  resumableOrder?: string;
  onEvent?: (event: InsteadEvent) => void;
}

/** A page: a store on an adapter, with `makeComponent` for its components. */
function setUp({ connectsAtOnce, resumableOrder, ...options }: Options = {}) {
  const adapter = createManualAdapter({ connectsAtOnce, resumableOrder });
  const store = createPaymentStore();
  const events: InsteadEvent[] = [];
  const onEvent = options.onEvent ?? ((event: InsteadEvent) => void events.push(event));
  const sandbox = 'sandbox' in options ? options.sandbox : true;
  store.configure({ adapter, sandbox, onEvent });
  const unmount = store.mount(adapter, 'eager');
  const makeComponent = (callbacks: PayCallbacks = {}) => {
    const component = createPaymentController();
    component.configure(store, callbacks);
    return component;
  };
  return { adapter, store, events, unmount, makeComponent, sandbox, onEvent };
}

const createOwner = (): PaymentOwner => ({ accepts: () => false, takeUp() {} });

const never = () => new Promise<PayRequest>(() => {});

const alreadyPaying = { status: 'failed', error: { name: 'InsteadError', code: 'already_paying' } };

test('a second click for the same order returns the same promise and focuses the popup', async () => {
  const { adapter, makeComponent } = setUp();
  const { pay } = makeComponent();
  const first = pay(makeRequest());
  expect(pay(makeRequest())).toBe(first);
  expect(pay(makeRequest({ totalAmt: 1 }))).toBe(first);
  await settled();
  expect(adapter.popups).toHaveLength(1);
  expect(adapter.popup.calls).toEqual(['focus', 'focus', 'request']);
});

test('a click for the same order on another component returns the same promise and does not show the payment there', async () => {
  const { adapter, makeComponent } = setUp();
  const onSent = vi.fn();
  const [first, second] = [makeComponent(), makeComponent({ onSent })];
  const outcome = first.pay(makeRequest());
  expect(second.pay(makeRequest())).toBe(outcome);
  expect(second.getState().status).toBe('idle');
  second.cancel();
  await settled();
  adapter.popup.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  expect(second.getState().status).toBe('idle');
  expect(onSent).not.toHaveBeenCalled();
});

test('a second click while the order function is pending returns the same promise', () => {
  const { adapter, makeComponent } = setUp();
  const { pay } = makeComponent();
  const makeOrder = vi.fn(never);
  const first = pay(makeOrder);
  expect(pay(makeOrder)).toBe(first);
  expect(makeOrder).toHaveBeenCalledOnce();
  expect(adapter.popup.calls).toEqual(['focus']);
});

// Whatever joined here would receive the outcome of another order.
test.each<[string, PayRequestInput, PayRequestInput]>([
  ['another function, while the order is unknown', never, () => makeRequest({ merchantUid: 'order-2' })],
  ['a plain request, while the order is unknown', never, makeRequest()],
  ['another function, once the order is known', makeRequest(), () => makeRequest({ merchantUid: 'order-2' })],
  ['another plain request', makeRequest(), makeRequest({ merchantUid: 'order-2' })],
])('%s from the same component fails with already_paying and focuses the popup', async (_, first, second) => {
  const { adapter, makeComponent } = setUp();
  const component = makeComponent();
  const running = component.pay(first);
  await settled();
  const before = component.getState();
  expect(await component.pay(second)).toMatchObject(alreadyPaying);
  expect(component.getState()).toBe(before);
  expect(adapter.popup.calls.at(-1)).toBe('focus');
  component.cancel();
  expect((await running).status).toBe('cancelled');
});

test('the same function fails with already_paying once its order is known: a second call would be another order', async () => {
  const { adapter, makeComponent } = setUp();
  const { pay } = makeComponent();
  const makeOrder = vi.fn(() => makeRequest());
  void pay(makeOrder);
  await settled();
  expect(await pay(makeOrder)).toMatchObject(alreadyPaying);
  expect(makeOrder).toHaveBeenCalledOnce();
  expect(adapter.popup.calls).toEqual(['request', 'focus']);
});

test.each<[string, () => PayRequest | (() => Promise<PayRequest>), PayRequest | (() => Promise<PayRequest>)]>([
  ['another order', () => makeRequest({ merchantUid: 'order-2' }), makeRequest()],
  ['a function', () => never, makeRequest()],
  ['an order, while the running order is unknown', () => makeRequest(), never],
  ['a function, while the running order is unknown', () => never, never],
])(
  '%s from another component fails with already_paying and leaves the running payment unchanged',
  async (_, makeSecond, running) => {
    const { adapter, store, events, makeComponent } = setUp();
    const [first, second] = [makeComponent(), makeComponent()];
    void first.pay(running);
    await settled();
    const before = {
      own: first.getState(),
      current: store.getPayment(),
      calls: [...adapter.popup.calls],
      events: [...events],
    };

    const outcome = await second.pay(makeSecond());
    expect(outcome).toMatchObject(alreadyPaying);
    expect(outcome).not.toHaveProperty('merchantUid');
    expect(second.getState()).toBe(outcome);

    expect(first.getState()).toBe(before.own);
    expect(store.getPayment()).toBe(before.current);
    expect(adapter.popup.calls).toEqual(before.calls);
    expect(adapter.popups).toHaveLength(1);
    expect(events).toEqual(before.events);
  },
);

test('another order from the same component fails with already_paying, and the component still shows its running payment', async () => {
  const onFailed = vi.fn();
  const { makeComponent, adapter } = setUp();
  const component = makeComponent({ onFailed });
  const first = component.pay(makeRequest());
  await settled();
  const shown = component.getState();
  expect(await component.pay(makeRequest({ merchantUid: 'order-2' }))).toMatchObject(alreadyPaying);
  expect(component.getState()).toBe(shown);
  expect(onFailed).not.toHaveBeenCalled();
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect(component.getState()).toBe(await first);
});

test('a settled payment releases the lock for the next one', async () => {
  const { adapter, makeComponent } = setUp();
  const [first, second] = [makeComponent(), makeComponent()];
  const outcome = first.pay(makeRequest());
  first.cancel();
  await outcome;
  const again = second.pay(makeRequest());
  expect(again).not.toBe(outcome);
  expect(second.getState().status).toBe('preparing');
  expect(adapter.popups).toHaveLength(2);
});

test.each(['onEvent', 'subscribe'] as const)(
  'the next payment can be started from %s when a payment settles',
  async (from) => {
    let next: Promise<unknown> | undefined;
    let startNext = () => {};
    const { store, makeComponent } = setUp(from === 'onEvent' ? { onEvent: () => startNext() } : {});
    const component = makeComponent();
    startNext = () => {
      if (store.getPayment().status !== 'cancelled') return;
      next ??= component.pay(makeRequest({ merchantUid: 'order-2' }));
    };
    if (from === 'subscribe') store.subscribe(startNext);
    void component.pay(makeRequest());
    component.cancel();
    await settled();
    expect(next).toBeDefined();
    expect(store.getPayment()).toMatchObject({ status: 'requesting', merchantUid: 'order-2' });
    expect(component.getState()).toMatchObject({ status: 'requesting', merchantUid: 'order-2' });
  },
);

test('cancel() of a component cancels its own payment; cancel() of the store cancels the running one', async () => {
  const { store, makeComponent } = setUp();
  const [first, other] = [makeComponent(), makeComponent()];
  const one = first.pay(makeRequest());
  other.cancel();
  expect(first.getState().status).toBe('preparing');
  first.cancel();
  expect(await one).toMatchObject({ status: 'cancelled', reason: 'aborted' });

  const two = other.pay(makeRequest());
  store.cancel();
  expect(await two).toMatchObject({ status: 'cancelled', reason: 'aborted' });
});

test('focus() of a component focuses its own popup; focus() of the store focuses the open one', async () => {
  const { adapter, store, makeComponent } = setUp();
  const [first, other] = [makeComponent(), makeComponent()];
  void first.pay(makeRequest());
  other.focus();
  expect(adapter.popup.calls).toEqual([]);
  first.focus();
  store.focus();
  expect(adapter.popup.calls).toEqual(['focus', 'focus']);
});

test('cancel, focus and reset do nothing before the first payment', () => {
  const { store, makeComponent } = setUp();
  const { cancel, focus, reset, getState } = makeComponent();
  [cancel, focus, reset, store.cancel, store.focus].forEach((call) => call());
  expect(getState()).toStrictEqual({ status: 'idle' });
  expect(store.getPayment()).toStrictEqual({ status: 'idle' });
});

test('reset() returns to idle after the payment has settled, and does nothing before', async () => {
  const { store, makeComponent } = setUp();
  const { pay, cancel, reset, getState } = makeComponent();
  const outcome = pay(makeRequest());
  reset();
  expect(getState().status).toBe('preparing');
  cancel();
  await outcome;
  reset();
  expect(getState()).toStrictEqual({ status: 'idle' });
  expect(store.getPayment()).toStrictEqual({ status: 'idle' });
});

test('reset() of a component keeps a later payment of another component', async () => {
  const { store, makeComponent } = setUp();
  const [first, second] = [makeComponent(), makeComponent()];
  void first.pay(makeRequest());
  first.cancel();
  void second.pay(makeRequest());
  first.reset();
  expect(store.getPayment()).toBe(second.getState());
  expect(second.getState().status).toBe('preparing');
});

test.each([
  { sandbox: true, sent: '1' },
  { sandbox: false, sent: '0' },
])('sandbox={$sandbox} is the default for sandboxYn', async ({ sandbox, sent }) => {
  const { adapter, makeComponent } = setUp({ sandbox });
  void makeComponent().pay(makeRequest());
  await settled();
  expect(adapter.popup.requests).toMatchObject([{ sandboxYn: sent }]);
});

test('fails with invalid_request without sandbox and sandboxYn: real money is never a default', async () => {
  const { adapter, makeComponent } = setUp({ sandbox: undefined });
  expect(await makeComponent().pay(makeRequest())).toMatchObject({
    error: { code: 'invalid_request', issues: [{ path: 'sandboxYn' }] },
  });
  expect(adapter.popups).toEqual([]);
});

test('calls only the callback of the outcome, once per payment', async () => {
  const { adapter, makeComponent } = setUp();
  const callbacks = { onSent: vi.fn(), onCancelled: vi.fn(), onFailed: vi.fn() };
  const { pay, cancel } = makeComponent(callbacks);
  const calls = () => Object.values(callbacks).map(({ mock }) => mock.calls.flat() as unknown[]);

  const sent = pay(makeRequest());
  void pay(makeRequest());
  await settled();
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect(calls()).toEqual([[], [], []]);
  const one = await sent;
  await settled();
  expect(calls()).toEqual([[one], [], []]);

  const cancelled = pay(makeRequest());
  cancel();
  const two = await cancelled;
  await settled();
  expect(calls()).toEqual([[one], [two], []]);

  const three = await pay(makeRequest({ totalAmt: 0 }));
  await settled();
  expect(calls()).toEqual([[one], [two], [three]]);
});

test('reports a callback that throws and keeps the outcome', async () => {
  const thrown = new Error('an error in the shop');
  const { makeComponent } = setUp();
  const { pay, cancel, getState } = makeComponent({
    onCancelled() {
      throw thrown;
    },
  });
  const outcome = pay(makeRequest());
  cancel();
  expect((await outcome).status).toBe('cancelled');
  await settled();
  expect(takeReports()).toEqual([thrown]);
  expect(getState()).toBe(await outcome);
});

test('reports an onEvent that throws for every event, and the payment continues', async () => {
  const thrown = new Error('an error in the shop');
  const { adapter, makeComponent } = setUp({
    onEvent() {
      throw thrown;
    },
  });
  const outcome = makeComponent().pay(makeRequest());
  await settled();
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect((await outcome).status).toBe('sent');
  // loading, ready; preparing, requesting, sent
  expect(takeReports()).toEqual([thrown, thrown, thrown, thrown, thrown]);
});

test('reports a store listener that throws, and the promise still settles', async () => {
  const thrown = new Error('an error in the shop');
  const { store, makeComponent } = setUp();
  const component = makeComponent();
  store.subscribe(() => {
    throw thrown;
  });
  const outcome = component.pay(makeRequest());
  component.cancel();
  expect((await outcome).status).toBe('cancelled');
  expect(component.getState()).toBe(await outcome);
  expect(new Set(takeReports())).toEqual(new Set([thrown]));
});

test('emits an event with timestamp, duration and state for every status', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  const { adapter, events, makeComponent } = setUp({ connectsAtOnce: false });
  const request = makeRequest({ payEndDttm: 2_000_000 });
  const { pay } = makeComponent();
  const outcome = pay(request);
  vi.setSystemTime(1_000_100);
  adapter.resolveConnect();
  await settled();
  vi.setSystemTime(1_000_200);
  adapter.popup.report({ status: 'open' });
  vi.setSystemTime(1_009_000);
  adapter.popup.report({ status: 'sent', method: 'facebook' });
  await outcome;

  const payment = { type: 'payment', merchantUid: 'order-1' };
  expect(events).toStrictEqual([
    { timestamp: 1_000_000, type: 'script', status: 'loading' },
    { timestamp: 1_000_000, ...payment, status: 'preparing', durationMs: 0 },
    { timestamp: 1_000_100, type: 'script', status: 'ready' },
    { timestamp: 1_000_100, ...payment, status: 'requesting', durationMs: 100 },
    { timestamp: 1_000_200, ...payment, status: 'open', durationMs: 200 },
    { timestamp: 1_009_000, ...payment, status: 'sent', method: 'facebook', durationMs: 9_000 },
  ]);
});

test('cancelled events carry the reason, failed payment and script events the code', async () => {
  const { adapter, events, makeComponent } = setUp({ connectsAtOnce: false });
  adapter.rejectConnect('sdk_load_failed');
  const { pay, cancel } = makeComponent();
  const first = pay(makeRequest());
  cancel();
  await first;
  adapter.isBlocked = true;
  await pay(makeRequest());
  expect(events).toMatchObject([
    { type: 'script', status: 'loading' },
    { type: 'script', status: 'failed', code: 'sdk_load_failed' },
    // The click retries the script.
    { type: 'script', status: 'loading' },
    { type: 'payment', status: 'preparing' },
    { type: 'payment', status: 'cancelled', reason: 'aborted' },
    { type: 'payment', status: 'failed', code: 'popup_blocked' },
  ]);
});

test('events contain no personal data, for any outcome', async () => {
  const { adapter, events, makeComponent } = setUp();
  const secrets = {
    name: '홍길동의이름',
    itemName: '비밀선물',
    imgUrl: 'https://secret.example/1',
    orderUrl: 'https://secret.example/2',
  };
  const request = makeRequest({ name: secrets.name, itemList: [{ ...secrets, itemAmt: '1' }] });
  const { pay, cancel } = makeComponent();

  const sent = pay(request);
  await settled();
  adapter.popup.report({ status: 'open' });
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  await sent;
  const cancelled = pay(request);
  cancel();
  await cancelled;
  await pay({ ...request, totalAmt: 0 });
  await pay(() => Promise.reject(new Error(`No more ${secrets.itemName} for ${secrets.name}`)));
  await pay(() => ({
    ...request,
    name: '',
    itemList: [{ itemName: secrets.itemName, itemAmt: '1', imgUrl: secrets.name }],
  }));

  const settledEvents = events.filter(
    (event) => event.type === 'payment' && ['sent', 'cancelled', 'failed'].includes(event.status),
  );
  expect(settledEvents).toHaveLength(5);
  const json = JSON.stringify(events);
  for (const secret of Object.values(secrets)) expect(json).not.toContain(secret);
  const fields = ['timestamp', 'type', 'status', 'code', 'durationMs', 'merchantUid', 'method', 'reason'];
  for (const event of events) expect(fields).toEqual(expect.arrayContaining(Object.keys(event)));
});

test('a click retries a failed script and waits for it', async () => {
  const { adapter, store, makeComponent } = setUp({ connectsAtOnce: false });
  adapter.rejectConnect('sdk_load_failed');
  await settled();
  expect(store.getStatus()).toMatchObject({ status: 'failed', error: { code: 'sdk_load_failed' } });
  const { pay, getState } = makeComponent();
  void pay(makeRequest());
  expect(adapter.attempts).toBe(2);
  expect(store.getStatus().status).toBe('loading');
  expect(getState().status).toBe('preparing');
  adapter.resolveConnect();
  await settled();
  expect(getState().status).toBe('requesting');
});

test('ready() rejects with the InsteadError of a failed script, and resolves after a successful retry', async () => {
  const { adapter, store } = setUp({ connectsAtOnce: false });
  const first = store.ready();
  adapter.rejectConnect('token_failed');
  await expect(first).rejects.toMatchObject({ name: 'InsteadError', code: 'token_failed' });
  store.load();
  const second = store.ready();
  adapter.resolveConnect();
  await expect(second).resolves.toBeUndefined();
  expect(adapter.attempts).toBe(2);
  expect(store.getStatus().status).toBe('ready');
});

test('warmUp() loads an idle script and does not retry a failed one', async () => {
  const adapter = createManualAdapter({ connectsAtOnce: false });
  const store = createPaymentStore();
  store.configure({ adapter });
  store.mount(adapter, 'lazy');
  await settled();
  expect(adapter.attempts).toBe(0);
  store.warmUp();
  store.warmUp();
  expect(adapter.attempts).toBe(1);
  adapter.rejectConnect();
  await settled();
  store.warmUp();
  expect(adapter.attempts).toBe(1);
});

test('an adapter that is unmounted and mounted again in the same task keeps its script', async () => {
  const { adapter, store, unmount } = setUp();
  unmount();
  store.mount(adapter, 'eager');
  await settled();
  expect(adapter.disposals).toBe(0);
  expect(adapter.attempts).toBe(1);
});

test('disposes of an unmounted adapter; pay() then fails with disposed', async () => {
  const { adapter, store, unmount, makeComponent } = setUp();
  unmount();
  await settled();
  expect(adapter.disposals).toBe(1);
  expect(store.getStatus()).toStrictEqual({ status: 'idle' });
  expect(await makeComponent().pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
  await expect(store.ready()).rejects.toMatchObject({ code: 'disposed' });
  expect(adapter.popups).toEqual([]);
});

test('waits for a payment in progress to settle before it disposes of the adapter', async () => {
  const { adapter, store, unmount, makeComponent } = setUp();
  const { pay } = makeComponent();
  const outcome = pay(makeRequest());
  await settled();
  unmount();
  await settled();
  expect(adapter.disposals).toBe(0);
  // A call for the same order still joins the payment.
  expect(pay(makeRequest())).toBe(outcome);
  const another = await makeComponent().pay(makeRequest({ merchantUid: 'order-2' }));
  expect(another).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
  adapter.popup.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  await settled();
  expect(adapter.disposals).toBe(1);
  expect(store.getPayment()).toBe(await outcome);
});

test('keeps an adapter that is mounted again while its payment runs', async () => {
  const { adapter, store, unmount, makeComponent } = setUp();
  const component = makeComponent();
  const outcome = component.pay(makeRequest());
  unmount();
  await settled();
  store.mount(adapter, 'eager');
  component.cancel();
  await outcome;
  await settled();
  expect(adapter.disposals).toBe(0);
  void component.pay(makeRequest({ merchantUid: 'order-2' }));
  expect(component.getState()).toMatchObject({ status: 'preparing', merchantUid: 'order-2' });
});

test('a new adapter replaces the first, which is disposed of when its payment settles', async () => {
  const { adapter: first, store, unmount, makeComponent, sandbox, onEvent } = setUp();
  const { pay } = makeComponent();
  const outcome = pay(makeRequest());
  await settled();
  const second = createManualAdapter();
  store.configure({ adapter: second, sandbox, onEvent });
  unmount();
  store.mount(second, 'eager');
  await settled();
  expect(store.getStatus().status).toBe('ready');
  expect([first.disposals, second.disposals]).toEqual([0, 0]);
  first.popup.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  await settled();
  expect([first.disposals, second.disposals]).toEqual([1, 0]);
  void pay(makeRequest({ merchantUid: 'order-2' }));
  expect(second.popups).toHaveLength(1);
  expect(first.popups).toHaveLength(1);
});

test('shows a resumed payment, and joins it by its order number only', async () => {
  const { adapter, store, makeComponent } = setUp({ resumableOrder: 'order-9' });
  expect(store.getPayment()).toStrictEqual({ status: 'open', merchantUid: 'order-9' });
  const { pay, getState } = makeComponent();
  expect(await pay(makeRequest({ merchantUid: 'order-2' }))).toMatchObject(alreadyPaying);
  expect(getState()).toMatchObject(alreadyPaying);
  const outcome = pay(makeRequest({ merchantUid: 'order-9' }));
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect(await outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-9', method: 'kakao' });
  expect(store.getPayment()).toBe(await outcome);
});

test('pay() inside the order function fails: one click starts one payment', async () => {
  const adapter = createManualAdapter();
  const store = createPaymentStore();
  store.configure({ adapter, sandbox: true });
  let inner: string | undefined;
  const { payment } = store.start(() => {
    inner = store.start(makeRequest(), createOwner()).payment.getState().status;
    return makeRequest();
  }, createOwner());
  expect(inner).toBe('failed');
  expect(payment.getState().status).toBe('preparing');
});
