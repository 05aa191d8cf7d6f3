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

/** A payment service driven by hand, for tests and stories of your own. */
export interface MockAdapter extends InsteadAdapter {
  /** Instead's page is up: `open`. */
  open(): void;
  /** The request has been sent: `sent`. */
  send(method?: ShareMethod): void;
  /** The request was not sent: `cancelled`. */
  cancel(reason?: CancelReason): void;
  /** The payment fails: `failed`. With `popup_blocked`, `sdk_load_failed` or `token_failed` given before the click, it fails there. */
  fail(code: InsteadErrorCode): void;
  /** The script is still on its way: a click stays `preparing` until {@link MockAdapter.ready}. */
  loading(): void;
  /** The script is there, with its token. So it is from the beginning. */
  ready(): void;
  /** The orders that were asked for, in turn, as the script would get them. */
  readonly requests: readonly PayRequest[];
  /** Whether a payment window is up. */
  readonly isPopupOpen: boolean;
  /** How often the window was brought to the front. */
  readonly focusCount: number;
}

interface Running {
  report: ReportEvent;
  request?: PayRequest;
}

/**
 * Makes a gateway without script, window or network. Give it to `<InsteadProvider gateway={…}>` or `createInsteadClient()`.
 *
 * What is said while no payment waits for it is kept, in order, for the next one. So an outcome can be set before the click.
 * It keeps no timers, so fake ones change nothing.
 *
 * @example
 * import { createMockAdapter } from 'react-instead-pay/testing';
 * const gateway = createMockAdapter();
 * render(<InsteadProvider gateway={gateway} sandbox><Checkout /></InsteadProvider>);
 * await user.click(screen.getByRole('button', { name: '결제를 부탁해' }));
 * act(() => gateway.sent('kakao'));
 */
export function createMockAdapter(): MockAdapter {
  const status = createStore<ScriptStatus>(READY);
  const script: PaymentEvent[] = [];
  const requests: PayRequest[] = [];
  let running: Running | undefined;
  let focusCount = 0;

  /** Plays what is to happen as far as the payment has come. */
  function play() {
    while (running && script.length) {
      const next = script[0] as PaymentEvent;
      const { report, request } = running;
      if (!request && isPopupEvent(next)) return;
      script.shift();
      callRequestCallback(request, next);
      report(next);
    }
  }

  function enqueue(event: PaymentEvent) {
    script.push(event);
    play();
  }

  function fail(code: InsteadErrorCode) {
    const error = new InsteadError(code);
    const isScriptError = code === 'sdk_load_failed' || code === 'token_failed';
    if (isScriptError) status.set({ status: 'failed', error });
    if (!isScriptError || running) enqueue({ status: 'failed', error });
  }

  function openPopup(report: ReportEvent): PaymentPopup | null {
    const next = script[0];
    if (next?.status === 'failed' && next.error.code === 'popup_blocked') {
      script.shift();
      return null;
    }
    const mine: Running = { report };
    running = mine;
    const end = () => {
      if (running === mine) running = undefined;
    };
    // An end that was set before the click comes once the click is over, as it would in a browser.
    queueMicrotask(play);
    return {
      request(request) {
        mine.request = request;
        requests.push(request);
        play();
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
    openPopup: openPopup,
    resume: () => null,
    dispose() {},
    open: () => enqueue({ status: 'open' }),
    send: (method = 'kakao') => enqueue({ status: 'sent', method }),
    cancel: (reason = 'user_cancelled') => enqueue({ status: 'cancelled', reason }),
    fail: fail,
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
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });
}
