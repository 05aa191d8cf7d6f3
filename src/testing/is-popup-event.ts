import type { PaymentEvent } from '../payment/transition.ts';

/** Whether an event can only occur after the session was requested: it comes from Instead's page or from opening it. */
export function isPopupEvent(event: PaymentEvent): boolean {
  switch (event.status) {
    case 'cancelled':
      return event.reason === 'user_cancelled';
    case 'failed':
      return event.error.code === 'session_failed' || event.error.code === 'popup_lost';
    default:
      return event.status === 'open' || event.status === 'sent';
  }
}
