import { InsteadError, reportCallbackError } from '../errors.ts';
import type { ReportEvent } from '../payment/adapter.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { listen } from './messages.ts';
import { isOwnPopup, watchPopupClosed } from './popup.ts';
import type { ForwardResult } from './create-session.ts';

/** How long a result may arrive after the popup was closed, in ms. */
const LATE_RESULT = 500;
/** A popup that reads closed within this time (ms) after its navigation and sent no message has lost its opener. */
const POPUP_LOST_WITHIN = 1000;

/** The state of one popup. */
export interface PopupState {
  /** `null`: the popup of an earlier document, not found by its name. Its first message identifies it by its opener. */
  handle: Window | null;
  /** When it was navigated to Instead's page, in Unix ms. Until then it is a blank page, whose messages do not count. */
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
      if (!popup.navigatedAt) return false;
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
    try {
      popup.onResult?.(message);
    } catch (error) {
      reportCallbackError(error);
    }
    const { result } = message;
    popup.hasMessaged = true;
    if (result === 'closed') return hasSettled ? stopListening() : waitForLateResult();
    if (hasSettled) return;
    // Reloaded, or back from a login page: the `closed` of a moment ago no longer counts, unless the popup is closed.
    if (!popup.handle?.closed) clearTimeout(lateResult);
    report(
      result === 'opened'
        ? { status: 'open' }
        : result === 'success'
          ? { status: 'sent', method: message.method }
          : { status: 'cancelled', reason: 'user_cancelled' },
    );
  }

  const reportClosed = () => report({ status: 'cancelled', reason: 'popup_closed' });

  function waitForLateResult(onTimeout = reportClosed) {
    clearTimeout(lateResult);
    lateResult = setTimeout(onTimeout, LATE_RESULT);
  }

  function onClosed() {
    const { navigatedAt } = popup;
    if (!navigatedAt) return reportClosed();
    const isLost = Date.now() - navigatedAt <= POPUP_LOST_WITHIN;
    // Checked last: a popup that sends its result and closes at once may read closed before the message arrives.
    waitForLateResult(() => {
      if (popup.hasMessaged || !isLost) reportClosed();
      else report({ status: 'failed', error: new InsteadError('popup_lost') });
    });
  }

  watch();
  return {
    receive,
    reportClosed,
    /** Stops all reports. With `keepListening` the shop's `request_cb` receives messages until the popup posts `closed`. */
    stop(keepListening?: unknown) {
      hasSettled = true;
      clearTimeout(lateResult);
      stopWatching();
      if (!keepListening) stopListening();
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
