import { createPaymentController, type Pay, type PayCallbacks } from '../payment/payment-controller.ts';
import { IDLE, type PayState } from '../payment/state.ts';
import { useInsteadContext } from './instead-context.ts';
import { useInsertionEffect, useMemo, useState, useSyncExternalStore } from './react.ts';

/** What {@link useInsteadPay} gives: the state, and functions that stay the same between renders. */
export interface UseInsteadPayResult {
  /** Where the payment stands that this component started. */
  state: PayState;
  /**
   * Opens the window and sends the bill (guide, step 4). Call it in the click handler, before any `await`; for slow work
   * give it a function. Never rejects: a wrong request, too, is an outcome.
   */
  pay: Pay;
  /** Closes the window and ends the payment: `cancelled`, `aborted`. */
  cancel: () => void;
  /** Brings the payment window to the front. */
  focus: () => void;
  /** Back to `idle`, once the payment has settled. Until then it does nothing. */
  reset: () => void;
}

/**
 * Asks a friend to pay, from a button of your own.
 *
 * The functions stay the same between renders. `sent` means that somebody has been asked, not that anybody has paid.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useInsteadPay } from 'react-instead-pay';
 * const { state, pay } = useInsteadPay({ onSent: ({ merchantUid }) => router.push(`/orders/${merchantUid}`) });
 * <button onClick={() => pay(request)} aria-busy={state.status === 'open'}>결제를 부탁해</button>
 */
export function useInsteadPay(callbacks: PayCallbacks = {}): UseInsteadPayResult {
  const { store } = useInsteadContext();
  const [handle] = useState(createPaymentController);
  useInsertionEffect(() => handle.configure(store, callbacks));
  const state = useSyncExternalStore(handle.subscribe, handle.getState, () => IDLE);
  return useMemo(() => {
    const { pay, cancel, focus, reset } = handle;
    return { state, pay, cancel, focus, reset };
  }, [handle, state]);
}
