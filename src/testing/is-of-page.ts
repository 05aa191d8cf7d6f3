import type { PayEvent } from '../payment/transition.ts';

/** Whether it comes from Instead's page, or on the way to it: never before Instead has been asked. */
export function isOfPage(event: PayEvent): boolean {
  switch (event.status) {
    case 'cancelled':
      return event.reason === 'by_shopper';
    case 'failed':
      return event.error.code === 'session_failed' || event.error.code === 'window_lost';
    default:
      return event.status === 'open' || event.status === 'sent';
  }
}
