import { InsteadError, reportCallbackError } from '../errors.ts';
import type { ReportEvent } from '../payment/adapter.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { listen } from './messages.ts';
import { isOwnPopup, watchPopupClosed } from './popup.ts';
import type { ForwardResult } from './create-session.ts';

/** How long a result may arrive after the popup was closed, in ms. */
const LATE_RESULT = 500;
/** A blank popup that is closed within this time (ms) after its opening was closed by a blocker. */
const BLOCKED_WITHIN = 250;
/** A popup that reads closed within this time (ms) after its navigation and sent no message has lost its opener. */
const POPUP_LOST_WITHIN = 1000;

/** The state of one popup. Times are those of `performance.now()`, which no change of the clock moves. */
export interface PopupState {
  /** `null`: the popup of an earlier document, not found by its name. Its first message identifies it by its opener. */
  handle: Window | null;
  openedAt: number;
  /** When it was navigated to Instead's page. Until then it is a blank page, whose messages do not count. */
  navigatedAt?: number;
  /** Whether Instead's page has sent a message. */
  hasMessaged?: boolean;
  /** Passes a result through the script. Set once the session exists. */
  forwardResult?: ForwardResult;
  /** The shop's own `request_cb`. */
  onResult?: ((result: ScriptResult) => void) | undefined;
}

/** Turns the popup's messages, and its closing, into payment events. Returns the functions that end it. */
export function startPopupSession(popup: PopupState, origin: string, report: ReportEvent) {
  let hasSettled = false;
  let lateResult: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};

  function watch() {
    if (popup.handle) stopWatching = watchPopupClosed(popup.handle, onClosed);
  }

  const stopListening = listen(
    (source) => {
      if (popup.navigatedAt === undefined) return false;
      if (!popup.handle && isOpenedByThisPage(source)) {
        popup.handle = source;
        watch();
      }
      return source === popup.handle;
    },
    origin,
    (message) => {
      // Quirk: 1.0.1 renders an overlay on `opened` and removes one on `closed`. It receives neither.
      if (popup.forwardResult && /success|fail/.test(message.result)) popup.forwardResult(message, origin);
      else receive(message);
    },
  );

  function receive(message: ScriptResult) {
    popup.hasMessaged = true;
    try {
      popup.onResult?.(message);
    } catch (error) {
      reportCallbackError(error);
    }
    if (hasSettled) return;
    const { result, method } = message;
    if (result === 'opened') report({ status: 'open' });
    else if (result === 'success') report({ status: 'sent', method });
    // Sharing by this method failed. Instead's page offers the others.
    else if (result === 'fail' && (!method || method === 'cancelled')) {
      report({ status: 'cancelled', reason: 'user_cancelled' });
    }
    // `closed` is not the end: a page that is reloaded or leaves for a login page sends it, too. The popup itself is watched.
  }

  const reportClosed = () => report({ status: 'cancelled', reason: 'popup_closed' });

  function onClosed() {
    const { openedAt, navigatedAt } = popup;
    const now = performance.now();
    if (hasSettled) return stopListening();
    if (navigatedAt === undefined) {
      if (now - openedAt > BLOCKED_WITHIN) return reportClosed();
      return report({ status: 'failed', error: new InsteadError('popup_blocked') });
    }
    // Checked last: a popup that sends its result and closes at once may read closed before the message arrives.
    lateResult = setTimeout(() => {
      if (popup.hasMessaged || now - navigatedAt > POPUP_LOST_WITHIN) reportClosed();
      else report({ status: 'failed', error: new InsteadError('popup_lost') });
    }, LATE_RESULT);
  }

  watch();
  return {
    receive,
    reportClosed,
    /** Stops all reports. With `keepListening` the shop's `request_cb` receives messages until the popup is closed. */
    stop(keepListening?: unknown) {
      hasSettled = true;
      clearTimeout(lateResult);
      if (keepListening && !popup.handle?.closed) return;
      stopWatching();
      stopListening();
    },
  };
}

/** Whether an earlier document of this page opened it. `opener` can be read across origins. */
function isOpenedByThisPage(source: MessageEventSource): source is Window {
  try {
    return (source as Window).opener === window && !isOwnPopup(source as Window);
  } catch {
    return false;
  }
}
