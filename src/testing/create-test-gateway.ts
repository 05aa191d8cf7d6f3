import { InsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { PayMethod, ScriptResult } from '../protocol/script-message.ts';
import type { Gateway, InsteadStatus, PayWindow, Report } from '../payment/gateway.ts';
import { createObservable } from '../payment/observable.ts';
import type { CancelReason } from '../payment/state.ts';
import type { PayEvent } from '../payment/transition.ts';

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
  const status = createObservable<InsteadStatus>({ status: 'ready' });
  const script: PayEvent[] = [];
  const requests: PayRequest[] = [];
  let running: Running | undefined;
  let focusCount = 0;
  let waiting: (() => void)[] = [];

  /** Plays what is to happen as far as the payment has come. */
  function play() {
    while (running && script.length) {
      const next = script[0] as PayEvent;
      // Before Instead has been asked, only an end can come.
      if (!running.request && (next.type === 'opened' || next.type === 'sent')) return;
      script.shift();
      const { report, request } = running;
      const raw = toRaw(next);
      if (raw) request?.request_cb?.(raw);
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
    if (isOfScript && !running) status.set({ status: 'failed', error });
    else say({ type: 'failed', error });
  }

  function openWindow(report: Report): PayWindow | null {
    const next = script[0];
    if (next?.type === 'failed' && next.error.code === 'popup_blocked') {
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
      const now = status.get();
      if (now.status === 'failed') throw now.error;
      if (now.status === 'loading') await new Promise<void>((resolve) => waiting.push(resolve));
      else status.set(now.status === 'ready' ? now : { status: 'ready' });
    },
    openWindow,
    resume: () => null,
    dispose() {},
    open: () => say({ type: 'opened' }),
    sent: (method = 'kakao') => say({ type: 'sent', method }),
    cancelled: (reason = 'by_shopper') => say({ type: 'cancelled', reason }),
    failed: fail,
    loading: () => status.set({ status: 'loading' }),
    ready() {
      status.set({ status: 'ready' });
      const clicks = waiting;
      waiting = [];
      clicks.forEach((go) => go());
    },
    requests,
    get isWindowOpen() {
      return running !== undefined;
    },
    get focusCount() {
      return focusCount;
    },
  };
}

/** What the guide's callback would hear. */
function toRaw(event: PayEvent): ScriptResult | null {
  if (event.type === 'opened') return { result: 'opened' };
  if (event.type === 'sent') return { result: 'success', method: event.method };
  if (event.type === 'cancelled' && event.reason === 'by_shopper') return { result: 'fail', method: 'cancelled' };
  return null;
}
