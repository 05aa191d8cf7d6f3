import { InsteadError, toInsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { checkRequest, readMerchantUid, toScriptRequest } from './check-request.ts';
import type { InsteadAdapter, PaymentPopup, ReportEvent, ResumedPayment } from './adapter.ts';
import { createStore } from './store.ts';
import { withTimeout } from './timeout.ts';
import { IDLE, isSettled, type PayOutcome, type PayState } from './state.ts';
import { transition } from './transition.ts';

/**
 * A payment request, or a function that creates the order and returns its request. The function is called after the popup
 * has opened, and may be a Next.js Server Action.
 *
 * A function with a parameter is called with `{ signal }`, which aborts when the payment settles: pass it to `fetch`. If the
 * function throws, rejects, or takes longer than `timeouts.order`, the payment fails with `order_failed` and the error as its
 * `cause`. The returned request is checked like a plain one: `invalid_request`.
 *
 * @example
 * import type { PayRequest, PayRequestInput } from 'react-instead-pay';
 * const createOrder: PayRequestInput = async ({ signal }) =>
 *   (await (await fetch('/api/orders', { method: 'POST', signal })).json()) as PayRequest;
 */
export type PayRequestInput = PayRequest | ((options: { signal: AbortSignal }) => PayRequest | Promise<PayRequest>);

/** The default of `timeouts.order`, in ms. */
export const ORDER_TIMEOUT = 30_000;

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

async function callOrderFunction(
  createOrder: Exclude<PayRequestInput, PayRequest>,
  limit: number,
  settled: AbortSignal,
): Promise<PayRequest> {
  try {
    return await withTimeout(limit, settled, async (signal) =>
      // A Server Action declares no parameter, and cannot be sent a signal.
      createOrder.length > 0 ? createOrder({ signal }) : (createOrder as () => PayRequest | Promise<PayRequest>)(),
    );
  } catch (cause) {
    throw new InsteadError('order_failed', { cause });
  }
}
