import { InsteadError, reportCallbackError } from '../errors.ts';
import type { ReportEvent } from '../payment/adapter.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { listen } from './messages.ts';
import { isOwnPopup, watchPopupClosed } from './popup.ts';
import type { ForwardResult } from './create-session.ts';

/** How long a result may still be under way when the window has gone, in ms. */
const LATE_RESULT = 500;
/** A window that reads closed so soon (ms) after it was sent off, without a word, was not closed: it was cut off. */
const CUT_OFF = 1000;

/** What is known of a window, and changes as it goes its way. */
export interface PopupState {
  /** `null`: a window of an earlier document, not found by its name. It is known by its opener once it speaks. */
  handle: Window | null;
  /** When it was sent to Instead's page, in Unix ms. Until then it is blank and ours: nothing in it can have anything to say. */
  navigatedAt?: number;
  /** Whether Instead's page has been heard of. */
  hasMessaged?: boolean;
  /** The way of a result through the script, once there is one. */
  forwardResult?: ForwardResult;
  /** The shop's own `request_cb`. */
  onResult?: ((result: ScriptResult) => void) | undefined;
}

/** Turns what a window says, and its going away, into the steps of a payment. */
export function startPopupSession(journey: PopupState, origin: string, report: ReportEvent) {
  let isOver = false;
  let lateResult: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};

  function watch() {
    if (journey.handle) stopWatching = watchPopupClosed(journey.handle, onClosed);
  }

  const stopListening = listen(
    (source) => {
      if (!journey.navigatedAt) return false;
      if (!journey.handle && opensFromHere(source)) {
        journey.handle = source;
        watch();
      }
      return source === journey.handle;
    },
    origin,
    (message) => {
      // Quirk: 1.0.1 answers `opened` with an overlay over its page and `closed` by removing one. It is told of neither.
      if (journey.forwardResult && /success|fail/.test(message.result)) journey.forwardResult(message, origin);
      else hear(message);
    },
  );

  function hear(message: ScriptResult) {
    try {
      journey.onResult?.(message);
    } catch (error) {
      reportCallbackError(error);
    }
    const { result } = message;
    journey.hasMessaged = true;
    if (result === 'closed') return isOver ? stopListening() : waitForLateResult();
    if (isOver) return;
    // Reloaded, or back from a login page: what `closed` said a moment ago no longer holds, unless the window has gone.
    if (!journey.handle?.closed) clearTimeout(lateResult);
    report(
      result === 'opened'
        ? { status: 'open' }
        : result === 'success'
          ? { status: 'sent', method: message.method }
          : { status: 'cancelled', reason: 'user_cancelled' },
    );
  }

  const reportClosed = () => report({ status: 'cancelled', reason: 'popup_closed' });

  function waitForLateResult(giveUp = reportClosed) {
    clearTimeout(lateResult);
    lateResult = setTimeout(giveUp, LATE_RESULT);
  }

  function onClosed() {
    const { navigatedAt: sentOffAt } = journey;
    if (!sentOffAt) return reportClosed();
    const isCutOff = Date.now() - sentOffAt <= CUT_OFF;
    // Asked last: one that tells its result and closes at once may be found closed before it is heard.
    waitForLateResult(() => {
      if (journey.hasMessaged || !isCutOff) reportClosed();
      else report({ status: 'failed', error: new InsteadError('popup_lost') });
    });
  }

  watch();
  return {
    hear,
    reportClosed,
    /** Reports nothing more. `keepListening`: the shop's `request_cb` still hears until the window says it has closed. */
    stop(keepListening?: unknown) {
      isOver = true;
      clearTimeout(lateResult);
      stopWatching();
      if (!keepListening) stopListening();
    },
  };
}

/** Whether this page's window opened it, in a document before this one. `opener` may be read across origins. */
function opensFromHere(source: MessageEventSource): source is Window {
  try {
    return (source as Window).opener === window && !isOwnPopup(source as Window);
  } catch {
    return false;
  }
}
