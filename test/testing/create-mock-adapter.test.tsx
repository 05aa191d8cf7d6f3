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
import { takeConsoleCalls } from '../support/dom-setup.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

describeAdapter('createMockAdapter() fulfills the contract of adapters', async (world) => {
  const adapter = createMockAdapter();
  const events: InsteadEvent[] = [];
  const outcomes: PayOutcome[] = [];
  const callbackResults: ScriptResult[] = [];
  if (world.isScriptSlow) adapter.loading();
  if (world.isScriptBroken) adapter.fail('sdk_load_failed');
  const instead = createInsteadClient({ adapter, sandbox: true, onEvent: (event) => events.push(event) });
  if (world.isBlocked) adapter.fail('popup_blocked');
  if (world.isSessionRefused) adapter.fail('session_failed');
  const request = {
    ...makeContractRequest(),
    request_cb(result: ScriptResult) {
      callbackResults.push(result);
      if (world.isCallbackBroken) throw new Error('a bug in the shop');
    },
  };
  return {
    async click() {
      void instead.pay(request).then((outcome) => outcomes.push(outcome));
      await settled();
    },
    finishLoading: async () => adapter.ready(),
    loadPayPage: async () => adapter.open(),
    send: async (method) => adapter.send(method),
    cancelInPopup: async () => adapter.cancel(),
    closePopup: async () => adapter.cancel('popup_closed'),
    cancel: async () => instead.cancel(),
    callbackResults: async () => callbackResults,
    outcomes: async () => outcomes,
    events: async () => events,
    sessionRequests: async () => adapter.requests.map((each) => JSON.parse(JSON.stringify(each)) as unknown),
    isPopupOpen: async () => adapter.isPopupOpen,
    async end() {
      instead.dispose();
      if (world.isCallbackBroken) expect(takeConsoleCalls().length).toBeGreaterThan(0);
    },
  };
});

describe('in a test of a checkout', () => {
  function renderShop(adapter: MockAdapter) {
    return render(
      <InsteadProvider adapter={adapter} sandbox>
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

  test('the example of the docstring runs', async () => {
    const adapter = createMockAdapter();
    renderShop(adapter);
    await click();
    expect(adapter.isPopupOpen).toBe(true);
    act(() => adapter.send('kakao'));
    expect(screen.getByRole('status')).toHaveTextContent('결제를 부탁했어요');
    expect(adapter.requests).toMatchObject([{ merchantUid: 'order-1', sandboxYn: '1' }]);
    expect(adapter.isPopupOpen).toBe(false);
  });

  test.each([
    ['sent', (adapter) => adapter.send()],
    ['cancelled', (adapter) => adapter.cancel()],
    ['cancelled', (adapter) => adapter.cancel('popup_closed')],
    ['failed', (adapter) => adapter.fail('session_failed')],
    ['failed', (adapter) => adapter.fail('popup_blocked')],
    ['failed', (adapter) => adapter.fail('token_failed')],
  ] as [string, (adapter: MockAdapter) => void][])(
    'reports an outcome that was set before the click: %s',
    async (outcome, set) => {
      const adapter = createMockAdapter();
      set(adapter);
      renderShop(adapter);
      await click();
      expect(status()).toBe(outcome);
      expect(adapter.isPopupOpen).toBe(false);
    },
  );

  test.each<InsteadErrorCode>(['session_failed', 'popup_lost', 'sdk_load_failed', 'token_failed', 'popup_blocked'])(
    'fail(%s) ends the payment in progress with that code',
    async (code) => {
      const adapter = createMockAdapter();
      renderShop(adapter);
      await click();
      act(() => adapter.fail(code));
      expect(screen.getByText('결제를 부탁해')).toHaveAttribute('data-code', code);
    },
  );

  test('queues events of Instead’s page until the session was requested', async () => {
    const adapter = createMockAdapter();
    adapter.loading();
    renderShop(adapter);
    await click();
    act(() => {
      adapter.open();
      adapter.send('link');
    });
    expect(status()).toBe('preparing');
    expect(adapter.requests).toEqual([]);
    await act(async () => adapter.ready());
    expect(status()).toBe('sent');
    expect(adapter.requests).toHaveLength(1);
  });

  test('a script that fails to load fails the click that waits for it, until ready() is called', async () => {
    const adapter = createMockAdapter();
    adapter.loading();
    renderShop(adapter);
    expect(screen.getByText('loading')).toBeVisible();
    await click();
    await act(async () => adapter.fail('sdk_load_failed'));
    expect(status()).toBe('failed');
    expect(screen.getByText('sdk_load_failed')).toBeVisible();
    await click();
    expect(status()).toBe('failed');
    await act(async () => adapter.ready());
    expect(screen.getByText('ready')).toBeVisible();
    await click();
    expect(status()).toBe('requesting');
  });

  test('ready() of a client rejects when the script fails to load', async () => {
    const adapter = createMockAdapter();
    adapter.loading();
    const instead = createInsteadClient({ adapter, sandbox: true });
    const ready = instead.ready();
    adapter.fail('token_failed');
    await expect(ready).rejects.toMatchObject({ code: 'token_failed' });
  });

  test('counts how often the popup was focused', async () => {
    const adapter = createMockAdapter();
    renderShop(adapter);
    await click();
    await userEvent.click(screen.getByRole('button', { name: '요청 창 다시 보기' }));
    await click();
    expect(adapter.focusCount).toBe(2);
  });

  test('works with fake timers', async () => {
    vi.useFakeTimers();
    const adapter = createMockAdapter();
    renderShop(adapter);
    await act(async () => screen.getByText('결제를 부탁해').click());
    await act(async () => adapter.send());
    expect(status()).toBe('sent');
    vi.useRealTimers();
  });
});

describe('createInsteadClient', () => {
  test('notifies subscribers of script and payment changes until they unsubscribe', async () => {
    const adapter = createMockAdapter();
    adapter.loading();
    const instead = createInsteadClient({ adapter, sandbox: true });
    const seen: string[] = [];
    const unsubscribe = instead.subscribe(() =>
      seen.push(`${instead.getStatus().status} ${instead.getPayment().status}`),
    );
    void instead.pay(makeRequest());
    adapter.ready();
    await settled();
    adapter.send();
    unsubscribe();
    adapter.loading();
    expect(seen).toEqual(['loading preparing', 'ready preparing', 'ready requesting', 'ready sent']);
  });

  test('focus() focuses the popup, and cancel() cancels the payment', async () => {
    const adapter = createMockAdapter();
    const instead = createInsteadClient({ adapter, sandbox: true });
    await instead.ready();
    const outcome = instead.pay(makeRequest());
    instead.focus();
    expect(adapter.focusCount).toBe(1);
    instead.cancel();
    expect(await outcome).toMatchObject({ status: 'cancelled', reason: 'aborted' });
  });

  test('after dispose() a payment in progress settles, and pay() fails with disposed', async () => {
    const adapter = createMockAdapter();
    const instead = createInsteadClient({ adapter, sandbox: true });
    const outcome = instead.pay(makeRequest());
    instead.dispose();
    await settled();
    adapter.send('link');
    expect(await outcome).toMatchObject({ status: 'sent' });
    expect(await instead.pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
    await expect(instead.ready()).rejects.toMatchObject({ code: 'disposed' });
  });

  test('pay() fails with disposed directly after dispose()', async () => {
    const instead = createInsteadClient({ adapter: createMockAdapter(), sandbox: true });
    instead.dispose();
    expect(await instead.pay(makeRequest())).toMatchObject({ error: { code: 'disposed' } });
  });
});
