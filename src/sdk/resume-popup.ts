import type { ReportEvent, ResumedPayment } from '../payment/adapter.ts';
import { startPopupSession, type PopupState } from './popup-session.ts';
import { findPopup } from './popup.ts';
import { removeOpenPayment, takeOpenPayment } from './open-payment-storage.ts';

// What a browser's timer can hold, in ms: nearly 25 days.
const LONGEST_TIMER = 2_147_483_647;

/** Takes up the payment that an earlier document left open, with its window, if that is still found by its name. */
export function resumePopup(clientId: string, getOrigin: () => string, report: ReportEvent): ResumedPayment | null {
  const now = Date.now();
  const open = takeOpenPayment(clientId, now, () => stop());
  if (!open) return null;
  // One that is not found may have been renamed by its own page: then its first word tells.
  const journey: PopupState = { handle: findPopup(open.windowName), navigatedAt: now, hasMessaged: true };
  const { stop, reportClosed } = startPopupSession(journey, getOrigin(), report);
  // The window may have gone while nobody was looking. The bill ends at this time whatever else happens.
  const bill = setTimeout(reportClosed, Math.min(open.until - now, LONGEST_TIMER));
  const release = () => {
    clearTimeout(bill);
    stop();
    removeOpenPayment(clientId, open.windowName);
  };
  return {
    merchantUid: open.merchantUid,
    popup: {
      // It was requested by the earlier document.
      request() {},
      // Who presses again does not see it, and nor do we: it has gone.
      focus: () => (journey.handle ? journey.handle.focus() : reportClosed()),
      release,
      close() {
        release();
        journey.handle?.close();
      },
    },
  };
}
