import { InsteadError, toInsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { checkRequest, readMerchantUid, toScriptRequest } from './check-request.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent, ResumedPayment } from './adapter.ts';
import { callOrderFunction, ORDER_TIMEOUT, type PayRequestInput } from './order-function.ts';
import { createStore } from './store.ts';
import { IDLE, isSettled, type PayOutcome, type PayState } from './state.ts';
import { transition } from './transition.ts';

export interface PaymentOptions {
  sandbox?: boolean | undefined;
  /** Cancels the payment when it aborts. */
  signal?: AbortSignal | undefined;
  /** How long the order function may take, in ms. */
  orderTimeout?: number | undefined;
}

/** One payment, from the click to its outcome. */
export interface Payment {
  getState(): PayState;
  subscribe(listener: () => void): () => void;
  /** Settles once, and never rejects. */
  readonly outcome: Promise<PayOutcome>;
  cancel(): void;
  focus(): void;
}

/** Starts a payment. Must be called in the click handler: the popup opens before this returns. */
export function startPayment(
  adapter: InsteadAdapter,
  source: PayRequestInput,
  { sandbox, signal, orderTimeout = ORDER_TIMEOUT }: PaymentOptions,
): Payment {
  const check = (request: PayRequest) => {
    const issues = checkRequest(request, sandbox, Date.now());
    if (issues[0]) throw new InsteadError('invalid_request', { issues });
  };
  const open = (report: ReportEvent) => {
    const isPlain = typeof source !== 'function';
    report({ status: 'preparing', ...(isPlain && readMerchantUid(source)) });
    if (isPlain) check(source);
    const popup = adapter.openPopup(report);
    if (!popup) throw new InsteadError('popup_blocked');
    return popup;
  };
  const resolveRequest = async (report: ReportEvent, settled: AbortSignal) => {
    if (typeof source !== 'function') return source;
    const request = await callOrderFunction(source, orderTimeout, settled);
    check(request);
    report({ status: 'preparing', merchantUid: request.merchantUid });
    return request;
  };
  return createPayment(signal, open, async (popup, report, settled) => {
    const [request] = await Promise.all([resolveRequest(report, settled), adapter.connect()]);
    report({ status: 'requesting', merchantUid: request.merchantUid });
    // Checked last: a listener may have cancelled the payment when `requesting` was reported.
    if (!settled.aborted) popup.request(toScriptRequest(request, sandbox));
  });
}

/**
 * Resumes the payment that an earlier document left open, or returns `null` if there is none. It stays `idle` until its popup
 * is found.
 */
export function resumePayment(adapter: InsteadAdapter): Payment | null {
  let resumed: ResumedPayment | null = null;
  const payment = createPayment(undefined, (report) => {
    const show = () => report({ status: 'open', merchantUid: resumed!.merchantUid });
    resumed = adapter.resume((event) => {
      show();
      report(event);
    });
    if (resumed && resumed.isFound !== false) show();
    return resumed && resumed.popup;
  });
  return resumed && payment;
}

/** Returns a payment that has failed already, without a popup. */
export const refusePayment = (code: InsteadErrorCode): Payment =>
  createPayment(undefined, () => {
    throw new InsteadError(code);
  });

function createPayment(
  signal: AbortSignal | undefined,
  open: (report: ReportEvent) => PaymentPopup | null,
  proceed?: (popup: PaymentPopup, report: ReportEvent, settled: AbortSignal) => Promise<void>,
): Payment {
  const state = createStore<PayState>(IDLE);
  let resolve: (outcome: PayOutcome) => void;
  const outcome = new Promise<PayOutcome>((resolveOutcome) => (resolve = resolveOutcome));
  let popup: PaymentPopup | null = null;
  const lifetime = new AbortController();

  const hasSettled = () => isSettled(state.get());
  const report: ReportEvent = (event) => {
    const next = transition(state.get(), event);
    if (hasSettled() || !isSettled(next)) return state.set(next);
    // Every payment settles here: it cleans up, then notifies, even if the cleanup throws.
    try {
      signal?.removeEventListener('abort', cancel);
      popup?.[next.status === 'sent' ? 'release' : 'close']();
    } finally {
      popup = null;
      state.set(next);
      resolve(next);
      // Last: an aborted order function rejects, and the payment has its outcome already.
      lifetime.abort();
    }
  };
  const fail = (cause: unknown) => report({ status: 'failed', error: toInsteadError(cause, 'session_failed') });
  const cancel = () => report({ status: 'cancelled', reason: 'aborted' });

  signal?.addEventListener('abort', cancel);
  if (signal?.aborted) cancel();
  else {
    try {
      popup = open(report);
      if (popup) proceed?.(popup, report, lifetime.signal).catch(fail);
    } catch (cause) {
      fail(cause);
    }
  }
  return { getState: state.get, subscribe: state.subscribe, outcome, cancel, focus: () => popup?.focus() };
}
