import { InsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { PayMethod } from '../protocol/script-message.ts';
import type { Gateway, InsteadStatus, PayWindow, Report } from '../payment/gateway.ts';
import { createObservable, type Observable } from '../payment/observable.ts';
import type { CancelReason } from '../payment/state.ts';
import type { PayEvent } from '../payment/transition.ts';
import { isOfPage } from './is-of-page.ts';
import { tellShop } from './tell-shop.ts';

const LOADING: InsteadStatus = { status: 'loading' };
const READY: InsteadStatus = { status: 'ready' };

/** A payment service driven by hand, for tests and stories of your own. */
export interface TestGateway extends Gateway {
  /** Instead's page is up: `open`. */
  open(): void;
  /** The request has been sent: `sent`. */
  sent(method?: PayMethod): void;
  /** The request was not sent: `cancelled`. */
  cancelled(reason?: CancelReason): void;
  /** The payment fails: `failed`. With `popup_blocked`, `sdk_load_failed` or `connect_failed` given before the click, it fails there. */
  failed(code: InsteadErrorCode): void;
  /** The script is still on its way: a click stays `preparing` until {@link TestGateway.ready}. */
  loading(): void;
  /** The script is there, with its token. So it is from the beginning. */
  ready(): void;
  /** The orders that were asked for, in turn, as the script would get them. */
  readonly requests: readonly PayRequest[];
  /** Whether a payment window is up. */
  readonly isWindowOpen: boolean;
  /** How often the window was brought to the front. */
  readonly focusCount: number;
}

interface Running {
  report: Report;
  request?: PayRequest;
}

/**
 * Makes a gateway without script, window or network. Give it to `<InsteadProvider gateway={…}>` or `createInstead()`.
 *
 * What is said while no payment waits for it is kept, in order, for the next one. So an outcome can be set before the click.
 * It keeps no timers, so fake ones change nothing.
 *
 * @example
 * import { createTestGateway } from 'react-instead-pay/testing';
 * const gateway = createTestGateway();
 * render(<InsteadProvider gateway={gateway} sandbox><Checkout /></InsteadProvider>);
 * await user.click(screen.getByRole('button', { name: '결제를 부탁해' }));
 * act(() => gateway.sent('kakao'));
 */
export function createTestGateway(): TestGateway {
  const status = createObservable<InsteadStatus>(READY);
  const script: PayEvent[] = [];
  const requests: PayRequest[] = [];
  let running: Running | undefined;
  let focusCount = 0;

  /** Plays what is to happen as far as the payment has come. */
  function play() {
    while (running && script.length) {
      const next = script[0] as PayEvent;
      const { report, request } = running;
      if (!request && isOfPage(next)) return;
      script.shift();
      tellShop(request, next);
      report(next);
    }
  }

  function say(event: PayEvent) {
    script.push(event);
    play();
  }

  function fail(code: InsteadErrorCode) {
    const error = new InsteadError(code);
    const isOfScript = code === 'sdk_load_failed' || code === 'connect_failed';
    if (isOfScript) status.set({ status: 'failed', error });
    if (!isOfScript || running) say({ status: 'failed', error });
  }

  function openWindow(report: Report): PayWindow | null {
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
    openWindow,
    resume: () => null,
    dispose() {},
    open: () => say({ status: 'open' }),
    sent: (method = 'kakao') => say({ status: 'sent', method }),
    cancelled: (reason = 'by_shopper') => say({ status: 'cancelled', reason }),
    failed: fail,
    loading: () => status.set(LOADING),
    ready: () => status.set(READY),
    requests,
    get isWindowOpen() {
      return running !== undefined;
    },
    get focusCount() {
      return focusCount;
    },
  };
}

function nextChange(observable: Observable<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const stop = observable.subscribe(() => {
      stop();
      resolve();
    });
  });
}
