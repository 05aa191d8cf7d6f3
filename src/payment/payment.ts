import { InsteadError, toInsteadError, type InsteadErrorCode } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { checkRequest, readMerchantUid, toScriptRequest } from './check-request.ts';
import type { Gateway, PayWindow, Report } from './gateway.ts';
import { createObservable } from './observable.ts';
import { IDLE, isSettled, type PayOutcome, type PayState } from './state.ts';
import { transition } from './transition.ts';

/**
 * What is to be paid, or a function that makes the order: it runs while the window is already open.
 *
 * What the function throws is `order_failed`, with the error as its `cause`; what it returns is checked as a plain request is.
 */
export type PayRequestSource = PayRequest | (() => PayRequest | Promise<PayRequest>);

/** One payment, from the click to its outcome. */
export interface Payment {
  getState(): PayState;
  subscribe(listener: () => void): () => void;
  /** Settles once, and never rejects. */
  readonly outcome: Promise<PayOutcome>;
  cancel(): void;
  focus(): void;
}

/** Starts a payment. To be called in the click itself: the window opens before this returns. */
export function startPayment(
  gateway: Gateway,
  source: PayRequestSource,
  { sandbox, signal }: { sandbox?: boolean; signal?: AbortSignal },
): Payment {
  const check = (request: PayRequest) => {
    const issues = checkRequest(request, sandbox, Date.now());
    if (issues[0]) throw new InsteadError('invalid_request', { issues });
  };
  const open = (report: Report) => {
    const isPlain = typeof source !== 'function';
    report({ status: 'preparing', ...(isPlain && readMerchantUid(source)) });
    if (isPlain) check(source);
    const opened = gateway.openWindow(report);
    if (!opened) throw new InsteadError('popup_blocked');
    return opened;
  };
  const makeOrder = async (report: Report) => {
    if (typeof source !== 'function') return source;
    const request = await callShop(source);
    check(request);
    report({ status: 'preparing', merchantUid: request.merchantUid });
    return request;
  };
  return createPayment(signal, open, async (opened, report, isOver) => {
    const [request] = await Promise.all([makeOrder(report), gateway.connect()]);
    report({ status: 'requesting', merchantUid: request.merchantUid });
    // Asked last: it may have been over before, or somebody who heard of this step has called it off.
    if (!isOver()) opened.request(toScriptRequest(request, sandbox));
  });
}

/** Takes up the payment that an earlier document left open. `null`: there is none. */
export function resumePayment(gateway: Gateway): Payment | null {
  const payment = createPayment(undefined, (report) => {
    const resumed = gateway.resume(report);
    if (!resumed) return null;
    report({ status: 'open', merchantUid: resumed.merchantUid });
    return resumed.window;
  });
  return payment.getState() === IDLE ? null : payment;
}

/** A payment that is over before it begins, without a window. */
export const refusePayment = (code: InsteadErrorCode): Payment =>
  createPayment(undefined, () => {
    throw new InsteadError(code);
  });

function createPayment(
  signal: AbortSignal | undefined,
  open: (report: Report) => PayWindow | null,
  goOn?: (opened: PayWindow, report: Report, isOver: () => boolean) => Promise<void>,
): Payment {
  const state = createObservable<PayState>(IDLE);
  let resolve: (outcome: PayOutcome) => void;
  const outcome = new Promise<PayOutcome>((tell) => (resolve = tell));
  let payWindow: PayWindow | null = null;

  const isOver = () => isSettled(state.get());
  const report: Report = (event) => {
    const next = transition(state.get(), event);
    if (isOver() || !isSettled(next)) return state.set(next);
    // The one way out: it cleans up, then tells, also on a page that lets nobody clean up.
    try {
      signal?.removeEventListener('abort', cancel);
      payWindow?.[next.status === 'sent' ? 'release' : 'close']();
    } finally {
      payWindow = null;
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
      payWindow = open(report);
      if (payWindow) goOn?.(payWindow, report, isOver).catch(fail);
    } catch (cause) {
      fail(cause);
    }
  }
  return { getState: state.get, subscribe: state.subscribe, outcome, cancel, focus: () => payWindow?.focus() };
}

async function callShop(makeOrder: () => PayRequest | Promise<PayRequest>): Promise<PayRequest> {
  try {
    return await makeOrder();
  } catch (cause) {
    throw new InsteadError('order_failed', { cause });
  }
}
