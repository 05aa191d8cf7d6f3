import type { PaymentEvent } from '../payment/transition.ts';

/** Whether it comes from Instead's page, or on the way to it: never before Instead has been asked. */
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
