import type { InsteadErrorCode, PayStatus } from 'react-instead-pay';
import { label, statusMessage } from '../src/ui/labels.ts';
import { InsteadError } from '../src/errors.ts';

type Locale = 'ko' | 'en';

/** Returns the library's text for a status, a closed popup, or an error code. */
export function messageFor(of: PayStatus | 'popup_closed' | InsteadErrorCode, locale: Locale): string {
  switch (of) {
    case 'idle':
      return label('idle', locale);
    case 'preparing':
      return statusMessage({ status: 'preparing' }, locale);
    case 'requesting':
    case 'open':
      return statusMessage({ status: of, merchantUid: 'order' }, locale);
    case 'sent':
      return statusMessage({ status: 'sent', merchantUid: 'order', method: 'kakao' }, locale);
    case 'cancelled':
      return statusMessage({ status: 'cancelled', reason: 'aborted' }, locale);
    case 'popup_closed':
      return statusMessage({ status: 'cancelled', reason: 'popup_closed' }, locale);
    case 'failed':
      return statusMessage({ status: 'failed', error: new InsteadError('session_failed') }, locale);
    default:
      return statusMessage({ status: 'failed', error: new InsteadError(of) }, locale);
  }
}
