import type { ReportEvent, ResumedPayment } from '../payment/adapter.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { findPopup } from './popup.ts';
import { removeOpenPayment, takeOpenPayment } from './open-payment-storage.ts';

// The longest delay of a browser's timer, in ms: nearly 25 days.
const MAX_TIMER = 2_147_483_647;

/** Resumes the payment that an earlier document left open, with its popup if one is found by its name. */
export function resumePopup(clientId: string, getOrigin: () => string, report: ReportEvent): ResumedPayment | null {
  const now = Date.now();
  const open = takeOpenPayment(clientId, now, () => stop());
  if (!open) return null;
  // A popup that is not found may have been renamed by its page. Then its first message identifies it.
  const popup: PopupState = { handle: findPopup(open.popupName), navigatedAt: now, hasMessaged: true };
  const { stop, reportClosed } = startPopupSession(popup, getOrigin(), report);
  // The popup may have been closed between the two documents. The request expires at this time in any case.
  const expiration = setTimeout(reportClosed, Math.min(open.until - now, MAX_TIMER));
  const release = () => {
    clearTimeout(expiration);
    stop();
    removeOpenPayment(clientId, open.popupName);
  };
  return {
    merchantUid: open.merchantUid,
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
