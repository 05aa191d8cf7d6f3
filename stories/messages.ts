import type { InsteadErrorCode, PayStatus } from 'react-instead-pay';
import { statusText } from '../src/ui/labels.ts';
import { InsteadError } from '../src/errors.ts';
import { LOCALES, type StoryLocale } from './locales.ts';

/** Returns the library's text for a status, a closed popup, or an error code. */
export function messageFor(of: PayStatus | 'popup_closed' | InsteadErrorCode, locale: StoryLocale): string {
  const words = LOCALES[locale];
  switch (of) {
    case 'idle':
      return words.idle;
    case 'preparing':
      return statusText({ status: 'preparing' }, words).children;
    case 'requesting':
    case 'open':
      return statusText({ status: of, merchantUid: 'order' }, words).children;
    case 'sent':
      return statusText({ status: 'sent', merchantUid: 'order', method: 'kakao' }, words).children;
    case 'cancelled':
      return statusText({ status: 'cancelled', reason: 'aborted' }, words).children;
    case 'popup_closed':
      return statusText({ status: 'cancelled', reason: 'popup_closed' }, words).children;
    case 'failed':
      return statusText({ status: 'failed', error: new InsteadError('session_failed') }, words).children;
    default:
      return statusText({ status: 'failed', error: new InsteadError(of) }, words).children;
  }
}
