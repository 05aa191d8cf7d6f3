import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createInsteadClient,
  InsteadProvider,
  PayButton,
  useInsteadScript,
  type InsteadErrorCode,
  type InsteadEvent,
  type PayOutcome,
  type ScriptResult,
} from 'react-instead-pay';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';
import { describe, expect, test, vi } from 'vitest';
import { describeAdapter, makeContractRequest } from '../contracts/adapter.contract.ts';
import { takeComplaints } from '../support/dom-setup.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

describeAdapter('the gateway driven by hand keeps the contract', async (world) => {
  const gateway = createMockAdapter();
  const events: InsteadEvent[] = [];
  const outcomes: PayOutcome[] = [];
  const callbackResults: ScriptResult[] = [];
  if (world.isScriptSlow) gateway.loading();
  if (world.isScriptBroken) gateway.fail('sdk_load_failed');
  const instead = createInsteadClient({ adapter: gateway, sandbox: true, onEvent: (event) => events.push(event) });
  if (world.isBlocked) gateway.fail('popup_blocked');
  if (world.isSessionRefused) gateway.fail('session_failed');
  const request = {
    ...makeContractRequest(),
    request_cb(result: ScriptResult) {
      callbackResults.push(result);
      if (world.isCallbackBroken) throw new Error('a mistake in the shop');
    },
  };
  return {
    async click() {
      void instead.pay(request).then((outcome) => outcomes.push(outcome));
      await settled();
    },
    scriptArrives: async () => gateway.ready(),
    opens: async () => gateway.open(),
    sends: async (method) => gateway.send(method),
    cancels: async () => gateway.cancel(),
    closesWindow: async () => gateway.cancel('popup_closed'),
    callsOff: async () => instead.cancel(),
    callbackResults: async () => callbackResults,
    outcomes: async () => outcomes,
    events: async () => events,
    asked: async () => gateway.requests.map((each) => JSON.parse(JSON.stringify(each)) as unknown),
    isWindowUp: async () => gateway.isPopupOpen,
    async end() {
      instead.dispose();
      if (world.isCallbackBroken) expect(takeComplaints().length).toBeGreaterThan(0);
    },
  };
});

describe('in a test of a shop', () => {
  function renderShop(gateway: MockAdapter) {
    return render(
      <InsteadProvider adapter={gateway} sandbox>
        <PayButton request={makeRequest()} />
        <Script />
      </InsteadProvider>,
    );
  }
  function Script() {
    const instead = useInsteadScript();
    return <button onClick={instead.retry}>{instead.status === 'failed' ? instead.error.code : instead.status}</button>;
  }
  const click = () => userEvent.click(screen.getByText('결제를 부탁해'));
  const status = () => screen.getByText('결제를 부탁해').getAttribute('data-status');

  test('the example of the docstring works', async () => {
    const gateway = createMockAdapter();
    renderShop(gateway);
    await click();
    expect(gateway.isPopupOpen).toBe(true);
    act(() => gateway.send('kakao'));
    expect(screen.getByRole('status')).toHaveTextContent('결제를 부탁했어요');
    expect(gateway.requests).toMatchObject([{ merchantUid: 'order-1', sandboxYn: '1' }]);
    expect(gateway.isPopupOpen).toBe(false);
  });

  test.each([
    ['sent', (gateway) => gateway.send()],
    ['cancelled', (gateway) => gateway.cancel()],
    ['cancelled', (gateway) => gateway.cancel('popup_closed')],
    ['failed', (gateway) => gateway.fail('session_failed')],
    ['failed', (gateway) => gateway.fail('popup_blocked')],
    ['failed', (gateway) => gateway.fail('token_failed')],
  ] as [string, (gateway: MockAdapter) => void][])('an end may be set before the click: %s', async (end, set) => {
    const gateway = createMockAdapter();
    set(gateway);
    renderShop(gateway);
    await click();
    expect(status()).toBe(end);
    expect(gateway.isPopupOpen).toBe(false);
  });

  test.each<InsteadErrorCode>(['session_failed', 'popup_lost', 'sdk_load_failed', 'token_failed', 'popup_blocked'])(
    'failed(%s) ends the payment that runs, with that code',
    async (code) => {
      const gateway = createMockAdapter();
      renderShop(gateway);
      await click();
      act(() => gateway.fail(code));
      expect(screen.getByText('결제를 부탁해')).toHaveAttribute('data-code', code);
    },
  );

  test('what comes from Instead’s page waits until Instead has been asked', async () => {
    const gateway = createMockAdapter();
    gateway.loading();
    renderShop(gateway);
    await click();
    act(() => {
      gateway.open();
      gateway.send('link');
    });
    expect(status()).toBe('preparing');
    expect(gateway.requests).toEqual([]);
    await act(async () => gateway.ready());
    expect(status()).toBe('sent');
    expect(gateway.requests).toHaveLength(1);
  });

  test('a script that fails while a click waits for it fails the click, and ready() mends it', async () => {
    const gateway = createMockAdapter();
    gateway.loading();
    renderShop(gateway);
    expect(screen.getByText('loading')).toBeVisible();
    await click();
    await act(async () => gateway.fail('sdk_load_failed'));
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
    const gateway = createMockAdapter();
    gateway.loading();
    const instead = createInsteadClient({ adapter: gateway, sandbox: true });
    const ready = instead.ready();
    gateway.fail('token_failed');
    await expect(ready).rejects.toMatchObject({ code: 'token_failed' });
  });

  test('counts how often the window was brought to the front', async () => {
    const gateway = createMockAdapter();
    renderShop(gateway);
    await click();
    await userEvent.click(screen.getByRole('button', { name: '요청 창 다시 보기' }));
    await click();
    expect(gateway.focusCount).toBe(2);
  });

  test('keeps no timers, so fake ones change nothing', async () => {
    vi.useFakeTimers();
    const gateway = createMockAdapter();
    renderShop(gateway);
    await act(async () => screen.getByText('결제를 부탁해').click());
    await act(async () => gateway.send());
    expect(status()).toBe('sent');
    vi.useRealTimers();
  });
});

describe('createInsteadClient', () => {
  test('tells subscribers of the script and of payments, until they leave', async () => {
    const gateway = createMockAdapter();
    gateway.loading();
    const instead = createInsteadClient({ adapter: gateway, sandbox: true });
    const seen: string[] = [];
    const leave = instead.subscribe(() => seen.push(`${instead.getStatus().status} ${instead.getPayment().status}`));
    void instead.pay(makeRequest());
    gateway.ready();
    await settled();
    gateway.send();
    leave();
    gateway.loading();
    expect(seen).toEqual(['loading preparing', 'ready preparing', 'ready requesting', 'ready sent']);
  });

  test('brings the window to the front and cancels', async () => {
    const gateway = createMockAdapter();
    const instead = createInsteadClient({ adapter: gateway, sandbox: true });
    await instead.ready();
    const outcome = instead.pay(makeRequest());
    instead.focus();
    expect(gateway.focusCount).toBe(1);
    instead.cancel();
    expect(await outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  });

  test('after dispose() a payment that runs comes to its end, and pay() is disposed', async () => {
    const gateway = createMockAdapter();
    const instead = createInsteadClient({ adapter: gateway, sandbox: true });
    const outcome = instead.pay(makeRequest());
    instead.dispose();
    await settled();
    gateway.send('link');
    expect(await outcome).toMatchObject({ status: 'sent' });
    expect(await instead.pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
    await expect(instead.ready()).rejects.toMatchObject({ code: 'disposed' });
  });

  test('dispose() counts from the same moment on', async () => {
    const instead = createInsteadClient({ adapter: createMockAdapter(), sandbox: true });
    instead.dispose();
    expect(await instead.pay(makeRequest())).toMatchObject({ error: { code: 'disposed' } });
  });
});
