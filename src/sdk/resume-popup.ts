import type { ReportEvent, ResumedPayment } from '../payment/adapter.ts';
import { takeOpenPayment, watchOpenPayment } from './open-payment-storage.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { findPopup } from './popup.ts';

/** Resumes the payment that an earlier document left open, with its popup if one is found by its name. */
export function resumePopup(clientId: string, getOrigin: () => string, report: ReportEvent): ResumedPayment | null {
  const now = Date.now();
  const open = takeOpenPayment(clientId, now);
  if (!open) return null;
  const { name, merchantUid, expiresAt } = open;
  const popup: PopupState = { name, handle: findPopup(name), since: 0, isNavigated: true, hasMessaged: true };
  // A reload keeps its popup: one that is not found was renamed by its page, and its first message identifies it. A tab that
  // the browser has restored has lost its popup, most likely. It shows nothing unless a message proves otherwise.
  const isFound = popup.handle !== null || isReload();
  const session = startPopupSession(popup, getOrigin(), report);
  watchOpenPayment(name, session.signal, session.stop);
  // The popup may have been closed between the two documents. The request expires at this time in any case.
  session.setTimer(expiresAt - now, () => (isFound || popup.handle ? session.reportClosed() : session.release()));
  // The earlier document has requested the session.
  return { merchantUid, isFound, popup: { ...session, request() {} } };
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
