import { IDLE, type PayState } from '../payment/state.ts';
import { useInsteadContext } from './instead-context.ts';
import { useSyncExternalStore } from './react.ts';

/**
 * Shows whichever payment the provider runs, or the last one it ran: for a status bar elsewhere on the page.
 *
 * It outlives the component that started the payment, and takes up one that was `open` when the page was reloaded.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useCurrentPayment } from 'react-instead-pay';
 * const payment = useCurrentPayment();
 * return payment.status === 'open' ? <p>결제 요청 창이 열려 있어요</p> : null;
 */
export function useCurrentPayment(): PayState {
  const { store } = useInsteadContext();
  return useSyncExternalStore(store.subscribe, store.getPayment, () => IDLE);
}
