import { InsteadError, toInsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { checkRequest, readMerchantUid, toScriptRequest } from './check-request.ts';
import type { Gateway, PayWindow } from './gateway.ts';
import { createObservable } from './observable.ts';
import { IDLE, isSettled, isUnderWay, type PayOutcome, type PayState } from './state.ts';
import { transition, type PayEvent } from './transition.ts';

/** What is to be paid, or a function that makes the order: it runs while the window is already open. */
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

type Apply = (event: PayEvent) => void;

/** Starts a payment. To be called in the click itself: the window opens before this returns. */
export function startPayment(
  gateway: Gateway,
  source: PayRequestSource,
  { sandbox, signal }: { sandbox?: boolean; signal?: AbortSignal },
): Payment {
  return createPayment(signal, (apply, isOver) => {
    const check = (request: PayRequest) => {
      const issues = checkRequest(request, sandbox, Date.now());
      if (issues.length) throw new InsteadError('invalid_request', { issues, detail: describe(issues) });
      return request;
    };
    const isPlain = typeof source !== 'function';
    apply({ type: 'started', merchantUid: isPlain ? readMerchantUid(source) : undefined });
    if (isPlain) check(source);

    const opened = gateway.openWindow(apply);
    if (!opened) throw new InsteadError('popup_blocked');

    const makeOrder = async () => {
      if (isPlain) return source;
      const request = check(await callShop(source));
      apply({ type: 'ordered', merchantUid: request.merchantUid });
      return request;
    };
    Promise.all([makeOrder(), gateway.connect()])
      .then(([request]) => {
        apply({ type: 'requested', merchantUid: request.merchantUid });
        // Asked last: it may have been over before, or somebody who heard of this step has called it off.
        if (!isOver()) opened.request(toScriptRequest(request, sandbox));
      })
      .catch((cause: unknown) => apply({ type: 'failed', error: toInsteadError(cause, 'session_failed') }));
    return opened;
  });
}

/** Takes up the payment that an earlier document left open. `null`: there is none. */
export function resumePayment(gateway: Gateway): Payment | null {
  let found = false;
  const payment = createPayment(undefined, (apply) => {
    const resumed = gateway.resume(apply);
    if (!resumed) return null;
    found = true;
    apply({ type: 'resumed', merchantUid: resumed.merchantUid });
    return resumed.window;
  });
  return found ? payment : null;
}

/** A payment that is over before it begins, without a window. */
export function refusePayment(error: InsteadError): Payment {
  return createPayment(undefined, () => {
    throw error;
  });
}

function createPayment(
  signal: AbortSignal | undefined,
  begin: (apply: Apply, isOver: () => boolean) => PayWindow | null,
): Payment {
  const state = createObservable<PayState>(IDLE);
  let resolve: (outcome: PayOutcome) => void;
  const outcome = new Promise<PayOutcome>((tell) => (resolve = tell));
  let payWindow: PayWindow | null = null;

  const apply: Apply = (event) => {
    const before = state.get();
    const next = transition(before, event);
    if (next === before) return;
    if (isSettled(next)) settle(next);
    else state.set(next);
  };
  // The one way out: it cleans up, then tells.
  const settle = (next: PayOutcome) => {
    signal?.removeEventListener('abort', cancel);
    leave(next);
    state.set(next);
    resolve(next);
  };
  const leave = (next: PayOutcome) => {
    if (next.status === 'sent') payWindow?.release();
    else payWindow?.close();
    payWindow = null;
  };
  const cancel = () => {
    if (isUnderWay(state.get())) apply({ type: 'cancelled', reason: 'aborted' });
  };
  const isOver = () => isSettled(state.get());

  if (signal?.aborted) {
    apply({ type: 'cancelled', reason: 'aborted' });
  } else {
    signal?.addEventListener('abort', cancel);
    try {
      payWindow = begin(apply, isOver);
      const now = state.get();
      if (isSettled(now)) leave(now);
    } catch (cause) {
      apply({ type: 'failed', error: toInsteadError(cause, 'session_failed') });
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

const describe = (issues: readonly { path: string; message: string }[]) =>
  issues.map(({ path, message }) => `${path || 'The request'} ${message}`).join(' ');
