import { reportCallbackError } from '../errors.ts';
import { createObservable } from './observable.ts';
import type { Payment, PayRequestSource } from './payment.ts';
import type { PaymentStore } from './payment-store.ts';
import { IDLE, isSettled, isUnderWay, type PayOutcome, type PayState } from './state.ts';

/** Called once for each payment that this component started, also when it has unmounted meanwhile. */
export interface PayCallbacks {
  /** Somebody has been asked to pay. **Nobody has paid yet.** */
  onSent?: (outcome: Extract<PayOutcome, { status: 'sent' }>) => void;
  /** The request was not sent: `reason` says who or what ended it. */
  onCancelled?: (outcome: Extract<PayOutcome, { status: 'cancelled' }>) => void;
  /** Something went wrong: `error.code` says what. The button has told the shopper in words. */
  onFailed?: (outcome: Extract<PayOutcome, { status: 'failed' }>) => void;
}

/**
 * Starts a payment from a click (guide, step 4). Never rejects: every ending is a {@link PayOutcome}, a wrong request included.
 *
 * Call it in the click handler itself, before any `await`, or the browser blocks the window; slow work goes into the function
 * that is given as the request. A second call for the same order gets the same promise, and another order meanwhile
 * `already_paying`. `signal` closes the window: `cancelled`, `aborted`.
 *
 * @example
 * import { useInsteadPay } from 'react-instead-pay';
 * const { pay } = useInsteadPay();
 * <button onClick={() => pay(async () => (await fetch('/api/orders', { method: 'POST' })).json())}>결제를 부탁해</button>
 */
export type Pay = (request: PayRequestSource, options?: { signal?: AbortSignal }) => Promise<PayOutcome>;

export type PayHandle = ReturnType<typeof createPayHandle>;

/** One component's own payment: what the hook shows, kept apart from React. */
export function createPayHandle() {
  let store: PaymentStore;
  let callbacks: PayCallbacks = {};
  let own: Payment | undefined;
  const state = createObservable<PayState>(IDLE);
  const handle = {};

  function follow(payment: Payment) {
    own = payment;
    state.set(payment.getState());
    payment.subscribe(() => {
      if (own === payment) state.set(payment.getState());
    });
    payment.outcome.then((outcome) => tell(outcome, callbacks)).catch(reportCallbackError);
  }

  const pay: Pay = (request, { signal } = {}) => {
    const { payment, owner } = store.start(request, handle, signal);
    // Another component's payment is joined, not followed. A refusal is shown, unless a payment of our own is on show.
    if (owner === handle && payment !== own && !isUnderWay(own?.getState() ?? IDLE)) follow(payment);
    return payment.outcome;
  };

  return {
    configure(nextStore: PaymentStore, nextCallbacks: PayCallbacks) {
      store = nextStore;
      callbacks = nextCallbacks;
    },
    getState: state.get,
    subscribe: state.subscribe,
    pay,
    cancel: () => own?.cancel(),
    focus: () => own?.focus(),
    reset() {
      const shown = state.get();
      if (!isSettled(shown)) return;
      own = undefined;
      store.forget(shown);
      state.set(IDLE);
    },
  };
}

function tell(outcome: PayOutcome, { onSent, onCancelled, onFailed }: PayCallbacks): void {
  if (outcome.status === 'sent') onSent?.(outcome);
  else if (outcome.status === 'failed') onFailed?.(outcome);
  else onCancelled?.(outcome);
}
