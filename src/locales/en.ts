import { separateThousands, splitTimeLeft, toKoreanTime, unit } from './format.ts';
import type { PayLocale } from './pay-locale.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * English.
 * @example
 * import type { ReactNode } from 'react';
 * import { InsteadProvider } from 'react-instead-pay';
 * import { en } from 'react-instead-pay/locales';
 *
 * const app = (page: ReactNode) => (
 *   <InsteadProvider clientId="my-shop" sandbox locale={en}>
 *     {page}
 *   </InsteadProvider>
 * );
 */
export const en: PayLocale = {
  lang: 'en',
  idle: 'Ask a friend to pay',
  preparing: 'Getting your request ready',
  open: 'The request window is open',
  openInTab: 'It is open in another tab',
  sent: 'Your friend has been asked to pay',
  cancelled: 'The request was cancelled',
  popupClosed: 'The request window was closed',
  tryAgain: 'The request could not be sent. Please try again.',
  contactSeller: 'Requests are not possible right now. Please contact the seller.',
  popupBlocked: 'The popup was blocked. Please allow popups and try again.',
  alreadyPaying: 'Please finish the request in progress first.',
  showPopup: 'Show the request window',
  cancel: 'Cancel request',
  inAppNotice: 'The request window may not open in this app.',
  openInBrowser: 'Open in another browser',
  copyLink: 'Copy the address',
  linkCopied: 'Copied',
  loading: 'Getting your request ready. One moment, please.',
  order: {
    waiting: 'Waiting for the payment',
    paid: 'Paid',
    cancelled: 'Cancelled',
    failed: 'Payment failed',
    expired: 'Expired',
    unreachable: 'The order could not be checked',
    refetch: 'Check again',
  },
  formatTimeLeft(ms) {
    if (ms <= 0) return 'The time to pay is over';
    const day = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
    return `${splitTimeLeft(ms, [day, unit(' h'), unit(' min'), unit(' s')]).join(' ')} left`;
  },
  formatDateTime(instant) {
    const { year, month, day, time } = toKoreanTime(instant);
    return `${day} ${months[month - 1]} ${year}, ${time} KST`;
  },
  formatWon: (amount) => `₩${separateThousands(amount)}`,
};
