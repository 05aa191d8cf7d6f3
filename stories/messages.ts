import type { InsteadErrorCode, PayStatus } from 'react-instead-pay';
import { statusMessage as say, label } from '../src/ui/labels.ts';
import { InsteadError } from '../src/errors.ts';

type Locale = 'ko' | 'en';

/** The library's own words for a status or a code, so that a story cannot say others. */
export function sentenceFor(of: PayStatus | InsteadErrorCode, locale: Locale): string {
  switch (of) {
    case 'idle':
      return label('idle', locale);
    case 'preparing':
      return say({ status: 'preparing' }, locale);
    case 'requesting':
    case 'open':
      return say({ status: of, merchantUid: 'order' }, locale);
    case 'sent':
      return say({ status: 'sent', merchantUid: 'order', method: 'kakao' }, locale);
    case 'cancelled':
      return say({ status: 'cancelled', reason: 'aborted' }, locale);
    case 'failed':
      return say({ status: 'failed', error: new InsteadError('session_failed') }, locale);
    default:
      return say({ status: 'failed', error: new InsteadError(of) }, locale);
  }
}
