import { InsteadError, toInsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { checkRequest, readMerchantUid, toScriptRequest } from './check-request.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent } from './adapter.ts';
import { createStore } from './store.ts';
import { IDLE, isSettled, type PayOutcome, type PayState } from './state.ts';
import { transition } from './transition.ts';

/**
 * A payment request, or a function that creates the order and returns its request. The function is called after the popup
 * has opened.
 *
 * If the function throws or rejects, the payment fails with `order_failed` and the error as its `cause`. The returned
 * request is checked like a plain one: `invalid_request`.
 */
export type PayRequestInput = PayRequest | (() => PayRequest | Promise<PayRequest>);

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
  { sandbox, signal }: { sandbox?: boolean; signal?: AbortSignal },
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
  const resolveRequest = async (report: ReportEvent) => {
    if (typeof source !== 'function') return source;
    const request = await callOrderFunction(source);
    check(request);
    report({ status: 'preparing', merchantUid: request.merchantUid });
    return request;
  };
  return createPayment(signal, open, async (popup, report, hasSettled) => {
    const [request] = await Promise.all([resolveRequest(report), adapter.connect()]);
    report({ status: 'requesting', merchantUid: request.merchantUid });
    // Checked last: a listener may have cancelled the payment when `requesting` was reported.
    if (!hasSettled()) popup.request(toScriptRequest(request, sandbox));
  });
}

/** Resumes the payment that an earlier document left open, or returns `null` if there is none. */
export function resumePayment(adapter: InsteadAdapter): Payment | null {
  const payment = createPayment(undefined, (report) => {
    const resumed = adapter.resume(report);
    if (!resumed) return null;
    report({ status: 'open', merchantUid: resumed.merchantUid });
    return resumed.popup;
  });
  return payment.getState() === IDLE ? null : payment;
}

/** Returns a payment that has failed already, without a popup. */
export const refusePayment = (code: InsteadErrorCode): Payment =>
  createPayment(undefined, () => {
    throw new InsteadError(code);
  });

function createPayment(
  signal: AbortSignal | undefined,
  open: (report: ReportEvent) => PaymentPopup | null,
  proceed?: (popup: PaymentPopup, report: ReportEvent, hasSettled: () => boolean) => Promise<void>,
): Payment {
  const state = createStore<PayState>(IDLE);
  let resolve: (outcome: PayOutcome) => void;
  const outcome = new Promise<PayOutcome>((resolveOutcome) => (resolve = resolveOutcome));
  let popup: PaymentPopup | null = null;

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
    }
  };
  const fail = (cause: unknown) => report({ status: 'failed', error: toInsteadError(cause, 'session_failed') });
  const cancel = () => report({ status: 'cancelled', reason: 'aborted' });

  signal?.addEventListener('abort', cancel);
  if (signal?.aborted) cancel();
  else {
    try {
      popup = open(report);
      if (popup) proceed?.(popup, report, hasSettled).catch(fail);
    } catch (cause) {
      fail(cause);
    }
  }
  return { getState: state.get, subscribe: state.subscribe, outcome, cancel, focus: () => popup?.focus() };
}

async function callOrderFunction(createOrder: () => PayRequest | Promise<PayRequest>): Promise<PayRequest> {
  try {
    return await createOrder();
  } catch (cause) {
    throw new InsteadError('order_failed', { cause });
  }
}
