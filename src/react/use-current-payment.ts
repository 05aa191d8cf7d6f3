import { IDLE, type PayState } from '../payment/state.ts';
import { useInsteadContext } from './instead-context.ts';
import { useSyncExternalStore } from './react.ts';

/**
 * Returns the state of the provider's current payment, or of its last one, for a status line elsewhere on the page.
 *
 * It outlives the component that started the payment, and includes a payment that was `open` when the page was reloaded.
 *
 * @returns the state; `idle` until a payment has started
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useCurrentPayment } from 'react-instead-pay';
 *
 * function PaymentStatus() {
 *   const payment = useCurrentPayment();
 *   return payment.status === 'open' ? <p>결제 요청 창이 열려 있어요</p> : null;
 * }
 */
export function useCurrentPayment(): PayState {
  const { store } = useInsteadContext();
  return useSyncExternalStore(store.subscribe, store.getPayment, () => IDLE);
}
