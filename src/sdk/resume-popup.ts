import type { ReportEvent, ResumedPayment } from '../payment/adapter.ts';
import { MAX_TIMER } from '../protocol/max-timer.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { findPopup } from './popup.ts';
import { removeOpenPayment, takeOpenPayment } from './open-payment-storage.ts';

/** Resumes the payment that an earlier document left open, with its popup if one is found by its name. */
export function resumePopup(clientId: string, getOrigin: () => string, report: ReportEvent): ResumedPayment | null {
  const now = Date.now();
  const open = takeOpenPayment(clientId, now, () => stop());
  if (!open) return null;
  const openedAt = performance.now();
  const popup: PopupState = { handle: findPopup(open.popupName), openedAt, navigatedAt: openedAt, hasMessaged: true };
  // A reload keeps its popup: one that is not found was renamed by its page, and its first message identifies it. A tab that
  // the browser has restored has lost its popup, most likely. It shows nothing unless a message proves otherwise.
  const isFound = popup.handle !== null || isReload();
  const { stop, reportClosed } = startPopupSession(popup, getOrigin(), report);
  const release = () => {
    clearTimeout(expiration);
    stop();
    removeOpenPayment(clientId, open.popupName);
  };
  const onExpired = () => (isFound || popup.handle ? reportClosed() : release());
  // The popup may have been closed between the two documents. The request expires at this time in any case.
  const expiration = setTimeout(onExpired, Math.min(open.expiresAt - now, MAX_TIMER));
  return {
    merchantUid: open.merchantUid,
    isFound,
    popup: {
      // The earlier document has requested it.
      request() {},
      // A shopper who clicks again does not see a popup, and none was found: it is closed.
      focus: () => (popup.handle ? popup.handle.focus() : reportClosed()),
      release,
      close() {
        release();
        popup.handle?.close();
      },
    },
  };
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
