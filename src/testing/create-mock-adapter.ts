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

/** An adapter that a test drives, for your own tests and stories. */
export interface MockAdapter extends InsteadAdapter {
  /** Instead's page has loaded: the payment becomes `open`. */
  open(): void;
  /** The shopper has sent the request: the payment becomes `sent`. */
  send(method?: ShareMethod): void;
  /** The payment becomes `cancelled`. */
  cancel(reason?: CancelReason): void;
  /** The payment becomes `failed`. Called before the click with `popup_blocked`, `sdk_load_failed` or `token_failed`, the click fails. */
  fail(code: InsteadErrorCode): void;
  /** The script is loading: a click stays `preparing` until {@link MockAdapter.ready} is called. */
  loading(): void;
  /** The script is loaded and has its token. This is the initial state. */
  ready(): void;
  /** The requests so far, in order, as the script would receive them. */
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
 * Creates an adapter without script, popup or network. Pass it to `<InsteadProvider adapter={…}>` or `createInsteadClient()`.
 *
 * Events without a payment in progress are queued for the next payment, so a test can set an outcome before the click. It uses
 * no timers, so fake timers do not affect it.
 *
 * @example
 * import { createMockAdapter } from 'react-instead-pay/testing';
 * const adapter = createMockAdapter();
 * render(<InsteadProvider adapter={adapter} sandbox><Checkout /></InsteadProvider>);
 * await user.click(screen.getByRole('button', { name: '결제를 부탁해' }));
 * act(() => adapter.send('kakao'));
 */
export function createMockAdapter(): MockAdapter {
  const status = createStore<ScriptStatus>(READY);
  const script: PaymentEvent[] = [];
  const requests: PayRequest[] = [];
  let running: Running | undefined;
  let focusCount = 0;

  /** Reports the queued events that the payment can process now. */
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
    // An outcome that was set before the click is reported after the click, as in a browser.
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
