import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createInstead,
  InsteadProvider,
  PayButton,
  useInstead,
  type InsteadErrorCode,
  type InsteadEvent,
  type PayOutcome,
  type ScriptResult,
} from 'react-instead-pay';
import { createTestGateway, type TestGateway } from 'react-instead-pay/testing';
import { describe, expect, test, vi } from 'vitest';
import { describeGateway, makeContractRequest } from '../contracts/gateway.contract.ts';
import { takeComplaints } from '../support/dom-setup.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

describeGateway('the gateway driven by hand keeps the contract', async (world) => {
  const gateway = createTestGateway();
  const events: InsteadEvent[] = [];
  const outcomes: PayOutcome[] = [];
  const heard: ScriptResult[] = [];
  if (world.isScriptSlow) gateway.loading();
  if (world.isScriptBroken) gateway.failed('sdk_load_failed');
  const instead = createInstead({ gateway, sandbox: true, onEvent: (event) => events.push(event) });
  if (world.isBlocked) gateway.failed('popup_blocked');
  if (world.isSessionRefused) gateway.failed('session_failed');
  const request = {
    ...makeContractRequest(),
    request_cb(result: ScriptResult) {
      heard.push(result);
      if (world.isCallbackBroken) throw new Error('a mistake in the shop');
    },
  };
  return {
    async press() {
      void instead.pay(request).then((outcome) => outcomes.push(outcome));
      await settled();
    },
    scriptArrives: async () => gateway.ready(),
    opens: async () => gateway.open(),
    sends: async (method) => gateway.sent(method),
    cancels: async () => gateway.cancelled(),
    closesWindow: async () => gateway.cancelled('window_closed'),
    callsOff: async () => instead.cancel(),
    events: async () => events,
    outcomes: async () => outcomes,
    heard: async () => heard,
    asked: async () => gateway.requests.map((each) => JSON.parse(JSON.stringify(each)) as unknown),
    isWindowUp: async () => gateway.isWindowOpen,
    async end() {
      instead.dispose();
      if (world.isCallbackBroken) expect(takeComplaints().length).toBeGreaterThan(0);
    },
  };
});

describe('in a test of a shop', () => {
  function renderShop(gateway: TestGateway) {
    return render(
      <InsteadProvider gateway={gateway} sandbox>
        <PayButton request={makeRequest()} />
        <Script />
      </InsteadProvider>,
    );
  }
  function Script() {
    const instead = useInstead();
    return <button onClick={instead.retry}>{instead.status === 'failed' ? instead.error.code : instead.status}</button>;
  }
  const click = () => userEvent.click(screen.getByText('결제를 부탁해'));
  const status = () => screen.getByText('결제를 부탁해').getAttribute('data-status');

  test('the example of the docstring works', async () => {
    const gateway = createTestGateway();
    renderShop(gateway);
    await click();
    expect(gateway.isWindowOpen).toBe(true);
    act(() => gateway.sent('kakao'));
    expect(screen.getByRole('status')).toHaveTextContent('결제를 부탁했어요');
    expect(gateway.requests).toMatchObject([{ merchantUid: 'order-1', sandboxYn: '1' }]);
    expect(gateway.isWindowOpen).toBe(false);
  });

  test.each([
    ['sent', (gateway) => gateway.sent()],
    ['cancelled', (gateway) => gateway.cancelled()],
    ['cancelled', (gateway) => gateway.cancelled('window_closed')],
    ['failed', (gateway) => gateway.failed('session_failed')],
    ['failed', (gateway) => gateway.failed('popup_blocked')],
    ['failed', (gateway) => gateway.failed('connect_failed')],
  ] as [string, (gateway: TestGateway) => void][])('an end may be set before the click: %s', async (end, set) => {
    const gateway = createTestGateway();
    set(gateway);
    renderShop(gateway);
    await click();
    expect(status()).toBe(end);
    expect(gateway.isWindowOpen).toBe(false);
  });

  test.each<InsteadErrorCode>(['session_failed', 'window_lost', 'sdk_load_failed', 'connect_failed', 'popup_blocked'])(
    'failed(%s) ends the payment that runs, with that code',
    async (code) => {
      const gateway = createTestGateway();
      renderShop(gateway);
      await click();
      act(() => gateway.failed(code));
      expect(screen.getByText('결제를 부탁해')).toHaveAttribute('data-code', code);
    },
  );

  test('what comes from Instead’s page waits until Instead has been asked', async () => {
    const gateway = createTestGateway();
    gateway.loading();
    renderShop(gateway);
    await click();
    act(() => {
      gateway.open();
      gateway.sent('link');
    });
    expect(status()).toBe('preparing');
    expect(gateway.requests).toEqual([]);
    await act(async () => gateway.ready());
    expect(status()).toBe('sent');
    expect(gateway.requests).toHaveLength(1);
  });

  test('a script that fails while a click waits for it fails the click, and ready() mends it', async () => {
    const gateway = createTestGateway();
    gateway.loading();
    renderShop(gateway);
    expect(screen.getByText('loading')).toBeVisible();
    await click();
    await act(async () => gateway.failed('sdk_load_failed'));
    expect(status()).toBe('failed');
    expect(screen.getByText('sdk_load_failed')).toBeVisible();
    await click();
    expect(status()).toBe('failed');
    await act(async () => gateway.ready());
    expect(screen.getByText('ready')).toBeVisible();
    await click();
    expect(status()).toBe('requesting');
  });

  test('ready() of a client rejects when the script it waits for fails', async () => {
    const gateway = createTestGateway();
    gateway.loading();
    const instead = createInstead({ gateway, sandbox: true });
    const ready = instead.ready();
    gateway.failed('connect_failed');
    await expect(ready).rejects.toMatchObject({ code: 'connect_failed' });
  });

  test('counts how often the window was brought to the front', async () => {
    const gateway = createTestGateway();
    renderShop(gateway);
    await click();
    await userEvent.click(screen.getByRole('button', { name: '요청 창 다시 보기' }));
    await click();
    expect(gateway.focusCount).toBe(2);
  });

  test('keeps no timers, so fake ones change nothing', async () => {
    vi.useFakeTimers();
    const gateway = createTestGateway();
    renderShop(gateway);
    await act(async () => screen.getByText('결제를 부탁해').click());
    await act(async () => gateway.sent());
    expect(status()).toBe('sent');
    vi.useRealTimers();
  });
});

describe('createInstead', () => {
  test('tells subscribers of the script and of payments, until they leave', async () => {
    const gateway = createTestGateway();
    gateway.loading();
    const instead = createInstead({ gateway, sandbox: true });
    const seen: string[] = [];
    const leave = instead.subscribe(() => seen.push(`${instead.getStatus().status} ${instead.getPayment().status}`));
    void instead.pay(makeRequest());
    gateway.ready();
    await settled();
    gateway.sent();
    leave();
    gateway.loading();
    expect(seen).toEqual(['loading preparing', 'ready preparing', 'ready requesting', 'ready sent']);
  });

  test('brings the window to the front and cancels', async () => {
    const gateway = createTestGateway();
    const instead = createInstead({ gateway, sandbox: true });
    await instead.ready();
    const outcome = instead.pay(makeRequest());
    instead.focus();
    expect(gateway.focusCount).toBe(1);
    instead.cancel();
    expect(await outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  });

  test('after dispose() a payment that runs comes to its end, and pay() is disposed', async () => {
    const gateway = createTestGateway();
    const instead = createInstead({ gateway, sandbox: true });
    const outcome = instead.pay(makeRequest());
    instead.dispose();
    await settled();
    gateway.sent('link');
    expect(await outcome).toMatchObject({ status: 'sent' });
    expect(await instead.pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
    await expect(instead.ready()).rejects.toMatchObject({ code: 'disposed' });
  });

  test('dispose() counts from the same moment on', async () => {
    const instead = createInstead({ gateway: createTestGateway(), sandbox: true });
    instead.dispose();
    expect(await instead.pay(makeRequest())).toMatchObject({ error: { code: 'disposed' } });
  });
});
