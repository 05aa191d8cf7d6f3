import { expect, test, vi } from 'vitest';
import type { InsteadAdapter } from '../../src/payment/adapter.ts';
import { createPaymentController, type PayCallbacks } from '../../src/payment/payment-controller.ts';
import { createPaymentStore } from '../../src/payment/payment-store.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

function makeStore(adapter: InsteadAdapter) {
  const store = createPaymentStore();
  store.configure({ adapter, sandbox: true });
  const unmount = store.mount(adapter, 'eager');
  const mountComponent = (callbacks: PayCallbacks = {}, request = undefined as never) => {
    const component = createPaymentController();
    component.configure(store, callbacks, request);
    const unmountComponent = component.subscribe(() => {});
    return { ...component, unmount: unmountComponent };
  };
  return { store, unmount, mountComponent };
}

test('a component that mounts takes up the payment of one that has gone: it shows, focuses and cancels it', async () => {
  const adapter = createManualAdapter();
  const { mountComponent } = makeStore(adapter);
  const onCancelled = vi.fn();
  const first = mountComponent({ onCancelled });
  const outcome = first.pay(makeRequest());
  await settled();
  first.unmount();
  await settled();

  const lateCallbacks = { onCancelled: vi.fn() };
  const second = mountComponent(lateCallbacks);
  expect(second.getState()).toMatchObject({ status: 'requesting', merchantUid: 'order-1' });
  second.focus();
  expect(adapter.popup.calls.at(-1)).toBe('focus');
  second.cancel();
  expect(await outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  await settled();
  // Of the component that started it, once, although it has gone.
  expect(onCancelled).toHaveBeenCalledOnce();
  expect(lateCallbacks.onCancelled).not.toHaveBeenCalled();
});

test('a mounted component takes up a payment when the component that started it goes', async () => {
  const adapter = createManualAdapter();
  const { mountComponent } = makeStore(adapter);
  const [first, second] = [mountComponent(), mountComponent()];
  void first.pay(makeRequest());
  await settled();
  expect(second.getState().status).toBe('idle');
  first.unmount();
  await settled();
  expect(second.getState().status).toBe('requesting');
});

test('a component that unsubscribes and subscribes in one task keeps its payment', async () => {
  const { mountComponent } = makeStore(createManualAdapter());
  const [first, second] = [mountComponent(), mountComponent()];
  void first.pay(makeRequest());
  await settled();
  first.unmount();
  first.subscribe(() => {});
  await settled();
  expect(second.getState().status).toBe('idle');
});

test('a component with the order of another request does not take it up', async () => {
  const { mountComponent } = makeStore(createManualAdapter());
  const first = mountComponent();
  void first.pay(makeRequest());
  await settled();
  first.unmount();
  await settled();
  const other = mountComponent({}, makeRequest({ merchantUid: 'order-2' }) as never);
  expect(other.getState().status).toBe('idle');
  const same = mountComponent({}, makeRequest() as never);
  expect(same.getState().status).toBe('requesting');
});

test('a payment that an earlier document left open is taken up by a component, whose callbacks get its outcome', async () => {
  const adapter = createManualAdapter({ resumableOrder: 'order-7' });
  const store = createPaymentStore();
  store.configure({ adapter, sandbox: true });
  const onSent = vi.fn();
  const component = createPaymentController();
  component.configure(store, { onSent });
  // React mounts a component before its provider.
  component.subscribe(() => {});
  store.mount(adapter, 'eager');
  expect(component.getState()).toEqual({ status: 'open', merchantUid: 'order-7' });
  adapter.popup.report({ status: 'sent', method: 'link' });
  await settled();
  expect(onSent).toHaveBeenCalledExactlyOnceWith({ status: 'sent', merchantUid: 'order-7', method: 'link' });
});

test('a resumed payment whose popup was not found shows nothing until the popup reports an event', async () => {
  const adapter = createManualAdapter({ resumableOrder: 'order-7' });
  const resume = adapter.resume;
  adapter.resume = (report) => {
    const resumed = resume(report);
    return resumed && { ...resumed, isFound: false };
  };
  const { store, mountComponent } = makeStore(adapter);
  const component = mountComponent();
  expect(store.getPayment().status).toBe('idle');
  adapter.popup.report({ status: 'sent', method: 'kakao' });
  expect(store.getPayment()).toEqual({ status: 'sent', merchantUid: 'order-7', method: 'kakao' });
  // It holds nothing back.
  void component.pay(makeRequest());
  await settled();
  expect(component.getState().status).toBe('requesting');
});

test('a provider that is mounted again, by Fast Refresh or a route, shows the payment in progress and cancels it', async () => {
  const adapter = createManualAdapter();
  const first = makeStore(adapter);
  const firstComponent = first.mountComponent();
  const outcome = firstComponent.pay(makeRequest());
  await settled();
  first.unmount();
  firstComponent.unmount();
  const second = makeStore(adapter);
  const component = second.mountComponent();
  await settled();
  expect(second.store.getPayment()).toMatchObject({ status: 'requesting' });
  expect(component.getState()).toMatchObject({ status: 'requesting' });
  second.store.cancel();
  expect((await outcome).status).toBe('cancelled');
  expect(component.getState().status).toBe('cancelled');
});

test('one payment runs at a time over the providers of a page; a click for the same order joins it', async () => {
  const page = {};
  const [first, second] = [makeStore(createManualAdapter({ page })), makeStore(createManualAdapter({ page }))];
  const [one, two] = [first.mountComponent(), second.mountComponent()];
  const outcome = one.pay(makeRequest());
  await settled();
  expect(await two.pay(makeRequest({ merchantUid: 'order-2' }))).toMatchObject({
    status: 'failed',
    error: { code: 'already_paying' },
  });
  expect(two.pay(makeRequest())).toBe(outcome);
  expect(second.store.getPayment().status).toBe('idle');
  one.cancel();
  await outcome;
  void two.pay(makeRequest({ merchantUid: 'order-2' }));
  await settled();
  expect(two.getState().status).toBe('requesting');
});

test('when the provider that shows a payment goes, another one of the page shows it', async () => {
  const page = {};
  const [first, second] = [makeStore(createManualAdapter({ page })), makeStore(createManualAdapter({ page }))];
  void first.mountComponent().pay(makeRequest());
  await settled();
  first.unmount();
  await settled();
  expect(second.store.getPayment().status).toBe('requesting');
  second.store.cancel();
  expect(second.store.getPayment().status).toBe('cancelled');
});
