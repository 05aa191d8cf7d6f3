import type { Report, ResumedWindow } from '../payment/gateway.ts';
import { followWindow } from './follow-window.ts';
import { findWindow } from './pay-window.ts';
import { forgetOpen, takeOpen } from './resume.ts';

// What a browser's timer can hold, in ms: nearly 25 days.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Takes up the payment that an earlier document left open, with its window, if that is still found by its name. */
export function resumeWindow(clientId: string, getOrigin: () => string, report: Report): ResumedWindow | null {
  const open = takeOpen(clientId, Date.now());
  if (!open) return null;
  // Found without a click, since it stands already. One that is not found may have been renamed by its own page: then its
  // first word, or the next click, tells.
  const found = findWindow(open.windowName);
  const followed = followWindow({ handle: found === 'gone' ? null : found, isUp: true, origin: getOrigin(), report });
  const reportGone = () => report({ type: 'cancelled', reason: 'window_closed' });
  // The window may have gone while nobody was looking. The bill ends at this time whatever else happens.
  const bill = setTimeout(reportGone, Math.min(open.until - Date.now(), LONGEST_TIMER));
  const release = () => {
    clearTimeout(bill);
    followed.stop();
    forgetOpen(clientId);
  };
  return {
    merchantUid: open.merchantUid,
    window: {
      // It was requested by the earlier document.
      request() {},
      focus() {
        const found = followed.getHandle() ?? findWindow(open.windowName);
        if (found === 'gone') return reportGone();
        if (found !== followed.getHandle() && found) followed.adopt(found);
        found?.focus();
      },
      release,
      close() {
        release();
        followed.getHandle()?.close();
      },
    },
  };
}
