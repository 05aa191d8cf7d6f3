import {
  createPaymentController,
  type Pay,
  type PayCallbacks,
  type PaymentController,
} from '../payment/payment-controller.ts';
import type { PaymentStore } from '../payment/payment-store.ts';
import type { PayRequestInput } from '../payment/order-function.ts';
import { IDLE, type PayState } from '../payment/state.ts';
import { useInsteadContext } from './instead-context.ts';
import { useInsertionEffect, useMemo, useState, useSyncExternalStore } from './react.ts';

/** What {@link useInsteadPay} returns: the state, and functions that are stable between renders. */
export interface UseInsteadPayResult {
  /** The state of the payment that this component started. */
  state: PayState;
  /**
   * Opens the popup and requests the payment (guide, step 4). Call it in the click handler, before any `await`; for async
   * work pass a function. Never rejects: an invalid request resolves `failed`, too.
   */
  pay: Pay;
  /** Closes the popup and cancels the payment: `cancelled` with the reason `aborted`. */
  cancel: () => void;
  /** Brings the popup to the front. */
  focus: () => void;
  /** Resets the state to `idle`. Does nothing before the payment has settled. */
  reset: () => void;
}

/**
 * Returns the state of a payment and the functions that control it, for a button that you render.
 *
 * The functions are stable between renders. `sent` means that the request has reached a payer, not that it is paid.
 *
 * @param callbacks called once for each payment of this component; the latest ones are used
 * @returns the state, and `pay`, `cancel`, `focus` and `reset`
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useInsteadPay, type PayRequest } from 'react-instead-pay';
 *
 * function AskButton({ request }: { request: PayRequest }) {
 *   const { state, pay } = useInsteadPay({ onSent: ({ merchantUid }) => router.push(`/orders/${merchantUid}`) });
 *   return <button onClick={() => pay(request)} aria-busy={state.status === 'open'}>결제를 부탁해</button>;
 * }
 */
export function useInsteadPay(callbacks: PayCallbacks = {}): UseInsteadPayResult {
  const { store } = useInsteadContext();
  const [state, controller] = usePayment(store, callbacks);
  return useMemo(() => {
    const { pay, cancel, focus, reset } = controller;
    return { state, pay, cancel, focus, reset };
  }, [controller, state]);
}

/** The same, for a component whose request is known before the click. A page can have a thousand of them. */
export function usePayment(
  store: PaymentStore,
  callbacks: PayCallbacks,
  request?: PayRequestInput,
): [PayState, PaymentController] {
  const [controller] = useState(createPaymentController);
  useInsertionEffect(() => controller.configure(store, callbacks, request));
  return [useSyncExternalStore(controller.subscribe, controller.getState, () => IDLE), controller];
}
