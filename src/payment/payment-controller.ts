import { reportCallbackError } from '../errors.ts';
import { createStore } from './store.ts';
import type { Payment } from './payment.ts';
import type { PayRequestInput } from './order-function.ts';
import type { PaymentOwner } from './payment-page.ts';
import type { PaymentStore } from './payment-store.ts';
import { IDLE, isSettled, isInProgress, type PayOutcome, type PayState } from './state.ts';

/** The callbacks for the payments that a component started. Each is called once per payment, even after an unmount. */
export interface PayCallbacks {
  /** Called when the request was sent to the payer. **It is not paid yet.** */
  onSent?: (outcome: Extract<PayOutcome, { status: 'sent' }>) => void;
  /** Called when the request was cancelled before it was sent; see `reason`. */
  onCancelled?: (outcome: Extract<PayOutcome, { status: 'cancelled' }>) => void;
  /** Called when the request failed; see `error.code`. `PayButton` also shows the shopper a message. */
  onFailed?: (outcome: Extract<PayOutcome, { status: 'failed' }>) => void;
}

/**
 * Starts a payment request and resolves with its {@link PayOutcome} (guide, step 4). Never rejects: an invalid request
 * resolves `failed`, too.
 *
 * Call it in the click handler, before any `await`, or the browser blocks the popup; pass a function as the request to do
 * async work. A second call for the same order returns the same promise; a call for another order resolves `failed` with
 * `already_paying`. Aborting `signal` closes the popup and resolves `cancelled` with `aborted`.
 *
 * @example
 * import { useInsteadPay, type PayRequest } from 'react-instead-pay';
 *
 * const createOrder = async (): Promise<PayRequest> => (await fetch('/api/orders', { method: 'POST' })).json();
 *
 * function AskButton() {
 *   const { pay } = useInsteadPay();
 *   return <button onClick={() => pay(createOrder)}>결제를 부탁해</button>;
 * }
 */
export type Pay = (request: PayRequestInput, options?: { signal?: AbortSignal }) => Promise<PayOutcome>;

export type PaymentController = ReturnType<typeof createPaymentController>;

/** Creates the controller of one component's payment: the logic of `useInsteadPay` without React. */
export function createPaymentController() {
  let store: PaymentStore;
  let callbacks: PayCallbacks = {};
  let current: Payment | undefined;
  /** The order number of the component's request, if it is known before a click. */
  let ownOrder: string | undefined;
  const state = createStore<PayState>(IDLE);
  let listeners = 0;
  let detach = () => {};
  const owner: PaymentOwner = {
    accepts: (merchantUid) =>
      !isInProgress(current?.getState() ?? IDLE) && (ownOrder === undefined || ownOrder === merchantUid),
    takeUp: show,
  };

  function show(payment: Payment, withCallbacks: boolean) {
    current = payment;
    state.set(payment.getState());
    payment.subscribe(() => {
      if (current === payment) state.set(payment.getState());
    });
    if (withCallbacks) payment.outcome.then((outcome) => notify(outcome, callbacks)).catch(reportCallbackError);
  }

  const pay: Pay = (request, { signal } = {}) => {
    const { payment, owner: startedBy } = store.start(request, owner, signal);
    // Another component's payment is joined, not shown. A refused one is shown unless it would replace one in progress.
    if (startedBy === owner && payment !== current && !isInProgress(current?.getState() ?? IDLE)) show(payment, true);
    return payment.outcome;
  };

  return {
    configure(nextStore: PaymentStore, nextCallbacks: PayCallbacks, request?: PayRequestInput) {
      store = nextStore;
      callbacks = nextCallbacks;
      owner.announces = request !== undefined;
      ownOrder = typeof request === 'object' ? request.merchantUid : undefined;
    },
    getState: state.get,
    /** The first listener mounts the component: it takes up a payment whose component has gone. */
    subscribe(listener: () => void): () => void {
      const unsubscribe = state.subscribe(listener);
      if (listeners++ === 0) detach = store.attach(owner);
      return () => {
        unsubscribe();
        if (--listeners === 0) detach();
      };
    },
    pay,
    cancel: () => current?.cancel(),
    focus: () => current?.focus(),
    reset() {
      const shown = state.get();
      if (!isSettled(shown)) return;
      current = undefined;
      store.forget(shown);
      state.set(IDLE);
    },
  };
}

function notify(outcome: PayOutcome, { onSent, onCancelled, onFailed }: PayCallbacks): void {
  if (outcome.status === 'sent') onSent?.(outcome);
  else if (outcome.status === 'failed') onFailed?.(outcome);
  else onCancelled?.(outcome);
}
