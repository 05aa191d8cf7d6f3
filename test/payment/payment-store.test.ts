import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import type { InsteadEvent } from '../../src/payment/event.ts';
import { createPayHandle, type PayCallbacks } from '../../src/payment/pay-handle.ts';
import { createPaymentStore } from '../../src/payment/payment-store.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';
import { createHandGateway } from '../support/hand-gateway.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

let complain: MockInstance<typeof console.error>;
beforeEach(() => {
  complain = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  const reports = takeReports();
  vi.restoreAllMocks();
  vi.useRealTimers();
  expect(reports).toEqual([]);
});

/** What was reported of the shop's own callbacks. Taken, it is expected. */
const takeReports = (): unknown[] => complain.mock.calls.splice(0).flat();

interface Options {
  sandbox?: boolean | undefined;
  isQuick?: boolean;
  resumes?: string;
  onEvent?: (event: InsteadEvent) => void;
}

/** A page: a store on a gateway, and as many components as asked for. */
function setUp({ isQuick, resumes, ...options }: Options = {}) {
  const gateway = createHandGateway({ isQuick, resumes });
  const store = createPaymentStore();
  const events: InsteadEvent[] = [];
  const onEvent = options.onEvent ?? ((event: InsteadEvent) => void events.push(event));
  const sandbox = 'sandbox' in options ? options.sandbox : true;
  store.configure({ gateway, sandbox, onEvent });
  const unmount = store.mount(gateway, 'eager');
  const makeComponent = (callbacks: PayCallbacks = {}) => {
    const component = createPayHandle();
    component.configure(store, callbacks);
    return component;
  };
  return { gateway, store, events, unmount, makeComponent, sandbox, onEvent };
}

const never = () => new Promise<PayRequest>(() => {});

const alreadyPaying = { status: 'failed', error: { name: 'InsteadError', code: 'already_paying' } };

test('a second click for the same order gets the same promise and brings the window to the front', async () => {
  const { gateway, makeComponent } = setUp();
  const { pay } = makeComponent();
  const first = pay(makeRequest());
  expect(pay(makeRequest())).toBe(first);
  expect(pay(makeRequest({ totalAmt: 1 }))).toBe(first);
  await settled();
  expect(gateway.windows).toHaveLength(1);
  expect(gateway.window.calls).toEqual(['focus', 'focus', 'request']);
});

test('so does a click for the same order on another component, which does not take the payment for its own', async () => {
  const { gateway, makeComponent } = setUp();
  const onSent = vi.fn();
  const [first, second] = [makeComponent(), makeComponent({ onSent })];
  const outcome = first.pay(makeRequest());
  expect(second.pay(makeRequest())).toBe(outcome);
  expect(second.getState().status).toBe('idle');
  second.cancel();
  await settled();
  gateway.window.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  expect(second.getState().status).toBe('idle');
  expect(onSent).not.toHaveBeenCalled();
});

test('a second click on a component whose order is still being made gets the same promise', () => {
  const { gateway, makeComponent } = setUp();
  const { pay } = makeComponent();
  const makeOrder = vi.fn(never);
  const first = pay(makeOrder);
  expect(pay(makeOrder)).toBe(first);
  expect(pay(makeRequest())).toBe(first);
  expect(makeOrder).toHaveBeenCalledOnce();
  expect(gateway.window.calls).toEqual(['focus', 'focus']);
});

test('a function pressed again joins its own payment also when its order is known', async () => {
  const { makeComponent } = setUp();
  const { pay } = makeComponent();
  const makeOrder = vi.fn(() => makeRequest());
  const first = pay(makeOrder);
  await settled();
  expect(pay(makeOrder)).toBe(first);
  expect(makeOrder).toHaveBeenCalledOnce();
});

test.each<[string, () => PayRequest | (() => Promise<PayRequest>), PayRequest | (() => Promise<PayRequest>)]>([
  ['another order', () => makeRequest({ merchantUid: 'order-2' }), makeRequest()],
  ['a function', () => never, makeRequest()],
  ['an order, while the running one is unknown', () => makeRequest(), never],
  ['a function, while the running order is unknown', () => never, never],
])('%s from another component is already_paying and touches nothing', async (_, makeSecond, running) => {
  const { gateway, store, events, makeComponent } = setUp();
  const [first, second] = [makeComponent(), makeComponent()];
  void first.pay(running);
  await settled();
  const before = {
    own: first.getState(),
    current: store.getPayment(),
    calls: [...gateway.window.calls],
    events: [...events],
  };

  const outcome = await second.pay(makeSecond());
  expect(outcome).toMatchObject(alreadyPaying);
  expect(outcome).not.toHaveProperty('merchantUid');
  expect(second.getState()).toBe(outcome);

  expect(first.getState()).toBe(before.own);
  expect(store.getPayment()).toBe(before.current);
  expect(gateway.window.calls).toEqual(before.calls);
  expect(gateway.windows).toHaveLength(1);
  expect(events).toEqual(before.events);
});

test('another order from the component that pays is already_paying, and its own payment stays on show', async () => {
  const onFailed = vi.fn();
  const { makeComponent, gateway } = setUp();
  const component = makeComponent({ onFailed });
  const first = component.pay(makeRequest());
  await settled();
  const shown = component.getState();
  expect(await component.pay(makeRequest({ merchantUid: 'order-2' }))).toMatchObject(alreadyPaying);
  expect(component.getState()).toBe(shown);
  expect(onFailed).not.toHaveBeenCalled();
  gateway.window.report({ status: 'sent', method: 'kakao' });
  expect(component.getState()).toBe(await first);
});

test('after its end the way is clear for the next payment', async () => {
  const { gateway, makeComponent } = setUp();
  const [first, second] = [makeComponent(), makeComponent()];
  const outcome = first.pay(makeRequest());
  first.cancel();
  await outcome;
  const again = second.pay(makeRequest());
  expect(again).not.toBe(outcome);
  expect(second.getState().status).toBe('preparing');
  expect(gateway.windows).toHaveLength(2);
});

test.each(['onEvent', 'subscribe'] as const)(
  'who starts the next payment from %s finds the way clear',
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

test('cancel() of a component ends its own payment; cancel() of the store whichever runs', async () => {
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

test('focus() of a component brings its own window to the front, focus() of the store whichever is up', async () => {
  const { gateway, store, makeComponent } = setUp();
  const [first, other] = [makeComponent(), makeComponent()];
  void first.pay(makeRequest());
  other.focus();
  expect(gateway.window.calls).toEqual([]);
  first.focus();
  store.focus();
  expect(gateway.window.calls).toEqual(['focus', 'focus']);
});

test('cancel, focus and reset before anything has happened do nothing', () => {
  const { store, makeComponent } = setUp();
  const { cancel, focus, reset, getState } = makeComponent();
  [cancel, focus, reset, store.cancel, store.focus].forEach((call) => call());
  expect(getState()).toStrictEqual({ status: 'idle' });
  expect(store.getPayment()).toStrictEqual({ status: 'idle' });
});

test('reset() goes back to idle once the payment has settled, and not before', async () => {
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

test('reset() of a component leaves a later payment of another on show', async () => {
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
  const { gateway, makeComponent } = setUp({ sandbox });
  void makeComponent().pay(makeRequest());
  await settled();
  expect(gateway.window.requests).toMatchObject([{ sandboxYn: sent }]);
});

test('with neither sandbox nor sandboxYn the request is refused: real money is never a default', async () => {
  const { gateway, makeComponent } = setUp({ sandbox: undefined });
  expect(await makeComponent().pay(makeRequest())).toMatchObject({
    error: { code: 'invalid_request', issues: [{ path: 'sandboxYn' }] },
  });
  expect(gateway.windows).toEqual([]);
});

test('callbacks are called once each, for the ending that came', async () => {
  const { gateway, makeComponent } = setUp();
  const callbacks = { onSent: vi.fn(), onCancelled: vi.fn(), onFailed: vi.fn() };
  const { pay, cancel } = makeComponent(callbacks);
  const calls = () => Object.values(callbacks).map(({ mock }) => mock.calls.flat() as unknown[]);

  const sent = pay(makeRequest());
  void pay(makeRequest());
  await settled();
  gateway.window.report({ status: 'sent', method: 'kakao' });
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

test('a callback that throws is reported, and the payment is what it was', async () => {
  const mistake = new Error('a mistake in the shop');
  const { makeComponent } = setUp();
  const { pay, cancel, getState } = makeComponent({
    onCancelled() {
      throw mistake;
    },
  });
  const outcome = pay(makeRequest());
  cancel();
  expect((await outcome).status).toBe('cancelled');
  await settled();
  expect(takeReports()).toEqual([mistake]);
  expect(getState()).toBe(await outcome);
});

test('onEvent that throws is reported each time, and the payment goes on', async () => {
  const mistake = new Error('a mistake in the shop');
  const { gateway, makeComponent } = setUp({
    onEvent() {
      throw mistake;
    },
  });
  const outcome = makeComponent().pay(makeRequest());
  await settled();
  gateway.window.report({ status: 'sent', method: 'kakao' });
  expect((await outcome).status).toBe('sent');
  // loading, ready; preparing, requesting, sent
  expect(takeReports()).toEqual([mistake, mistake, mistake, mistake, mistake]);
});

test('a listener of the store that throws is reported, and the promise settles all the same', async () => {
  const mistake = new Error('a mistake in the shop');
  const { store, makeComponent } = setUp();
  const component = makeComponent();
  store.subscribe(() => {
    throw mistake;
  });
  const outcome = component.pay(makeRequest());
  component.cancel();
  expect((await outcome).status).toBe('cancelled');
  expect(component.getState()).toBe(await outcome);
  expect(new Set(takeReports())).toEqual(new Set([mistake]));
});

test('every step is an event with its time, and with what the state says', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  const { gateway, events, makeComponent } = setUp({ isQuick: false });
  const request = makeRequest({ payEndDttm: 2_000_000 });
  const { pay } = makeComponent();
  const outcome = pay(request);
  vi.setSystemTime(1_000_100);
  gateway.connected();
  await settled();
  vi.setSystemTime(1_000_200);
  gateway.window.report({ status: 'open' });
  vi.setSystemTime(1_009_000);
  gateway.window.report({ status: 'sent', method: 'facebook' });
  await outcome;

  const payment = { type: 'payment', merchantUid: 'order-1' };
  expect(events).toStrictEqual([
    { at: 1_000_000, type: 'script', status: 'loading' },
    { at: 1_000_000, ...payment, status: 'preparing', elapsed: 0 },
    { at: 1_000_100, type: 'script', status: 'ready' },
    { at: 1_000_100, ...payment, status: 'requesting', elapsed: 100 },
    { at: 1_000_200, ...payment, status: 'open', elapsed: 200 },
    { at: 1_009_000, ...payment, status: 'sent', method: 'facebook', elapsed: 9_000 },
  ]);
});

test('cancelled has its reason, failed its code, a failed script its code', async () => {
  const { gateway, events, makeComponent } = setUp({ isQuick: false });
  gateway.refused('sdk_load_failed');
  const { pay, cancel } = makeComponent();
  const first = pay(makeRequest());
  cancel();
  await first;
  gateway.isBlocked = true;
  await pay(makeRequest());
  expect(events).toMatchObject([
    { type: 'script', status: 'loading' },
    { type: 'script', status: 'failed', code: 'sdk_load_failed' },
    // The click starts it afresh.
    { type: 'script', status: 'loading' },
    { type: 'payment', status: 'preparing' },
    { type: 'payment', status: 'cancelled', reason: 'aborted' },
    { type: 'payment', status: 'failed', code: 'popup_blocked' },
  ]);
});

test('no personal data is in any event, whatever goes wrong', async () => {
  const { gateway, events, makeComponent } = setUp();
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
  gateway.window.report({ status: 'open' });
  gateway.window.report({ status: 'sent', method: 'kakao' });
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

  const ends = events.filter(
    (event) => event.type === 'payment' && ['sent', 'cancelled', 'failed'].includes(event.status),
  );
  expect(ends).toHaveLength(5);
  const told = JSON.stringify(events);
  for (const secret of Object.values(secrets)) expect(told).not.toContain(secret);
  const known = ['at', 'type', 'status', 'code', 'elapsed', 'merchantUid', 'method', 'reason'];
  for (const event of events) expect(known).toEqual(expect.arrayContaining(Object.keys(event)));
});

test('a click makes a script that had failed load afresh, and waits for it', async () => {
  const { gateway, store, makeComponent } = setUp({ isQuick: false });
  gateway.refused('sdk_load_failed');
  await settled();
  expect(store.getStatus()).toMatchObject({ status: 'failed', error: { code: 'sdk_load_failed' } });
  const { pay, getState } = makeComponent();
  void pay(makeRequest());
  expect(gateway.tries).toBe(2);
  expect(store.getStatus().status).toBe('loading');
  expect(getState().status).toBe('preparing');
  gateway.connected();
  await settled();
  expect(getState().status).toBe('requesting');
});

test('ready() resolves with the script, rejects with its InsteadError, and retry starts afresh', async () => {
  const { gateway, store } = setUp({ isQuick: false });
  const first = store.ready();
  gateway.refused('connect_failed');
  await expect(first).rejects.toMatchObject({ name: 'InsteadError', code: 'connect_failed' });
  store.load();
  const second = store.ready();
  gateway.connected();
  await expect(second).resolves.toBeUndefined();
  expect(gateway.tries).toBe(2);
  expect(store.getStatus().status).toBe('ready');
});

test('warming up loads what is idle, and leaves alone what has failed', async () => {
  const gateway = createHandGateway({ isQuick: false });
  const store = createPaymentStore();
  store.configure({ gateway });
  store.mount(gateway, 'lazy');
  await settled();
  expect(gateway.tries).toBe(0);
  store.warmUp();
  store.warmUp();
  expect(gateway.tries).toBe(1);
  gateway.refused();
  await settled();
  store.warmUp();
  expect(gateway.tries).toBe(1);
});

test('a gateway that is unmounted and mounted again at once keeps its script', async () => {
  const { gateway, store, unmount } = setUp();
  unmount();
  store.mount(gateway, 'eager');
  await settled();
  expect(gateway.disposals).toBe(0);
  expect(gateway.tries).toBe(1);
});

test('an unmounted gateway is disposed of, and pay() is disposed', async () => {
  const { gateway, store, unmount, makeComponent } = setUp();
  unmount();
  await settled();
  expect(gateway.disposals).toBe(1);
  expect(store.getStatus()).toStrictEqual({ status: 'idle' });
  expect(await makeComponent().pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
  await expect(store.ready()).rejects.toMatchObject({ code: 'disposed' });
  expect(gateway.windows).toEqual([]);
});

test('a payment under way comes to its end before its gateway is disposed of', async () => {
  const { gateway, store, unmount, makeComponent } = setUp();
  const { pay } = makeComponent();
  const outcome = pay(makeRequest());
  await settled();
  unmount();
  await settled();
  expect(gateway.disposals).toBe(0);
  // The same order still joins; it is the same payment.
  expect(pay(makeRequest())).toBe(outcome);
  const another = await makeComponent().pay(makeRequest({ merchantUid: 'order-2' }));
  expect(another).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
  gateway.window.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  await settled();
  expect(gateway.disposals).toBe(1);
  expect(store.getPayment()).toBe(await outcome);
});

test('a gateway that comes back while its payment runs is not disposed of at the end of it', async () => {
  const { gateway, store, unmount, makeComponent } = setUp();
  const component = makeComponent();
  const outcome = component.pay(makeRequest());
  unmount();
  await settled();
  store.mount(gateway, 'eager');
  component.cancel();
  await outcome;
  await settled();
  expect(gateway.disposals).toBe(0);
  void component.pay(makeRequest({ merchantUid: 'order-2' }));
  expect(component.getState()).toMatchObject({ status: 'preparing', merchantUid: 'order-2' });
});

test('another gateway takes over while the payment of the first runs on to its end', async () => {
  const { gateway: first, store, unmount, makeComponent, sandbox, onEvent } = setUp();
  const { pay } = makeComponent();
  const outcome = pay(makeRequest());
  await settled();
  const second = createHandGateway();
  store.configure({ gateway: second, sandbox, onEvent });
  unmount();
  store.mount(second, 'eager');
  await settled();
  expect(store.getStatus().status).toBe('ready');
  expect([first.disposals, second.disposals]).toEqual([0, 0]);
  first.window.report({ status: 'sent', method: 'link' });
  expect((await outcome).status).toBe('sent');
  await settled();
  expect([first.disposals, second.disposals]).toEqual([1, 0]);
  void pay(makeRequest({ merchantUid: 'order-2' }));
  expect(second.windows).toHaveLength(1);
  expect(first.windows).toHaveLength(1);
});

test('a payment left open by an earlier document is shown, belongs to nobody, and is joined by its order number', async () => {
  const { gateway, store, makeComponent } = setUp({ resumes: 'order-9' });
  expect(store.getPayment()).toStrictEqual({ status: 'open', merchantUid: 'order-9' });
  const { pay, getState } = makeComponent();
  expect(await pay(makeRequest({ merchantUid: 'order-2' }))).toMatchObject(alreadyPaying);
  expect(getState()).toMatchObject(alreadyPaying);
  const outcome = pay(makeRequest({ merchantUid: 'order-9' }));
  gateway.window.report({ status: 'sent', method: 'kakao' });
  expect(await outcome).toStrictEqual({ status: 'sent', merchantUid: 'order-9', method: 'kakao' });
  expect(store.getPayment()).toBe(await outcome);
});

test('a pay() from inside the order function is refused: one press is one payment', async () => {
  const gateway = createHandGateway();
  const store = createPaymentStore();
  store.configure({ gateway, sandbox: true });
  let inner: string | undefined;
  const { payment } = store.start(
    () => {
      inner = store.start(makeRequest(), { owner: 'another' }).payment.getState().status;
      return makeRequest();
    },
    { owner: 'one' },
  );
  expect(inner).toBe('failed');
  expect(payment.getState().status).toBe('preparing');
});
