import { InsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { ShareMethod } from '../protocol/script-message.ts';
import type { InsteadAdapter, ScriptStatus, PaymentPopup, ReportEvent } from '../payment/adapter.ts';
import { createStore, type Store } from '../payment/store.ts';
import type { CancelReason } from '../payment/state.ts';
import type { PaymentEvent } from '../payment/transition.ts';
import { isPopupEvent } from './is-popup-event.ts';
import { callRequestCallback } from './call-request-callback.ts';

const LOADING: ScriptStatus = { status: 'loading' };
const READY: ScriptStatus = { status: 'ready' };

/** An adapter whose events a test triggers, for a shop's tests and stories. */
export interface MockAdapter extends InsteadAdapter {
  /** Simulates that Instead's page has loaded: the payment becomes `open`. */
  open(): void;
  /** Simulates that the shopper sends the request, by default with `'kakao'`: the payment becomes `sent`. */
  send(method?: ShareMethod): void;
  /** Simulates a cancellation, by default `'user_cancelled'`: the payment becomes `cancelled`. */
  cancel(reason?: CancelReason): void;
  /**
   * Simulates a failure: the payment becomes `failed`. Before a click, `popup_blocked` makes the next click fail; `sdk_load_failed`
   * and `token_failed` make every click fail until {@link MockAdapter.ready} is called.
   */
  fail(code: InsteadErrorCode): void;
  /** Simulates that the script is loading: a click stays `preparing` until {@link MockAdapter.ready} is called. */
  loading(): void;
  /** Simulates that the script is loaded and holds a token. This is the initial state. */
  ready(): void;
  /** The requests so far, oldest first, as the script would receive them. */
  readonly requests: readonly PayRequest[];
  /** Whether a popup is open. */
  readonly isPopupOpen: boolean;
  /** How often the popup was brought to the front. */
  readonly focusCount: number;
}

interface Running {
  report: ReportEvent;
  request?: PayRequest;
}

/**
 * Returns an adapter without script, popup or network. Pass it to `<InsteadProvider adapter={…}>` or `createInsteadClient()`.
 *
 * Without a payment in progress, events are queued for the next payment, so that a test can set the outcome before the click. The
 * adapter uses no timers: fake timers do not affect it.
 *
 * @example
 * import { act, render, screen } from '@testing-library/react';
 * import userEvent from '@testing-library/user-event';
 * import { InsteadProvider } from 'react-instead-pay';
 * import { createMockAdapter } from 'react-instead-pay/testing';
 * const adapter = createMockAdapter();
 * render(<InsteadProvider adapter={adapter} sandbox><Checkout /></InsteadProvider>);
 * await userEvent.click(screen.getByRole('button', { name: '결제를 부탁해' }));
 * act(() => adapter.send('kakao'));
 */
export function createMockAdapter(): MockAdapter {
  const status = createStore<ScriptStatus>(READY);
  const queue: PaymentEvent[] = [];
  const requests: PayRequest[] = [];
  let running: Running | undefined;
  let focusCount = 0;

  /** Reports the queued events that the payment can process now. */
  function flush() {
    while (running && queue.length) {
      const next = queue[0] as PaymentEvent;
      const { report, request } = running;
      if (!request && isPopupEvent(next)) return;
      queue.shift();
      callRequestCallback(request, next);
      report(next);
    }
  }

  function enqueue(event: PaymentEvent) {
    queue.push(event);
    flush();
  }

  function fail(code: InsteadErrorCode) {
    const error = new InsteadError(code);
    const isScriptError = code === 'sdk_load_failed' || code === 'token_failed';
    if (isScriptError) status.set({ status: 'failed', error });
    if (!isScriptError || running) enqueue({ status: 'failed', error });
  }

  function openPopup(report: ReportEvent): PaymentPopup | null {
    const next = queue[0];
    if (next?.status === 'failed' && next.error.code === 'popup_blocked') {
      queue.shift();
      return null;
    }
    const current: Running = { report };
    running = current;
    const end = () => {
      if (running === current) running = undefined;
    };
    // As in a browser, an outcome is reported after the click, even if it was set before.
    queueMicrotask(flush);
    return {
      request(request) {
        current.request = request;
        requests.push(request);
        flush();
      },
      focus: () => void focusCount++,
      release: end,
      close: end,
    };
  }

  return {
    getStatus: status.get,
    subscribe: status.subscribe,
    async connect() {
      if (status.get() === LOADING) await nextChange(status);
      const now = status.get();
      if (now.status === 'failed') throw now.error;
    },
    openPopup,
    resume: () => null,
    dispose() {},
    open: () => enqueue({ status: 'open' }),
    send: (method = 'kakao') => enqueue({ status: 'sent', method }),
    cancel: (reason = 'user_cancelled') => enqueue({ status: 'cancelled', reason }),
    fail,
    loading: () => status.set(LOADING),
    ready: () => status.set(READY),
    requests,
    get isPopupOpen() {
      return running !== undefined;
    },
    get focusCount() {
      return focusCount;
    },
  };
}

function nextChange(store: Store<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      unsubscribe();
      resolve();
    });
  });
}
