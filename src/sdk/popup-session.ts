import { InsteadError, reportCallbackError } from '../errors.ts';
import type { ReportEvent } from '../payment/adapter.ts';
import { MAX_TIMER } from '../protocol/max-timer.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { listen } from './messages.ts';
import { forgetOpenPayment } from './open-payment-storage.ts';
import { closeWhileNavigating, isOwnPopup } from './popup.ts';

/** How long a result may arrive after the popup was closed, in ms. */
const LATE_RESULT = 500;
/** A blank popup that is closed within this time (ms) after its opening was closed by a blocker. */
const BLOCKED_WITHIN = 250;
/** A popup that reads closed within this time (ms) after its navigation and sent no message has lost its opener. */
const POPUP_LOST_WITHIN = 1000;

// No event reports that a window was closed. On a phone, where it is a tab, timers may be suspended; then these events
// trigger a check.
const WAKE_EVENTS = ['focus', 'pageshow', 'visibilitychange'];

/** The state of one popup. */
export interface PopupState {
  /** Its name in the browser, which is also the key of its stored payment. */
  readonly name: string;
  /** `null`: the popup of an earlier document, not found by its name. Its first message identifies it by its opener. */
  handle: Window | null;
  /** When it was opened or navigated, by `performance.now()`, which no change of the clock moves. */
  since: number;
  /** Whether it was navigated to Instead's page. Until then it is a blank page, whose messages do not count. */
  isNavigated: boolean;
  /** Whether Instead's page has sent a message. */
  hasMessaged?: boolean;
  /** The shop's own `request_cb`. */
  onResult?: ((result: ScriptResult) => void) | undefined;
}

export type PopupSession = ReturnType<typeof startPopupSession>;

/** Turns the popup's messages, and its closing, into payment events. Returns the functions that end it. */
export function startPopupSession(popup: PopupState, origin: string, report: ReportEvent) {
  // Until the payment settles.
  const session = new AbortController();
  // With a `request_cb` longer: until the popup is closed.
  const listening = new AbortController();
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const reportClosed = () => report({ status: 'cancelled', reason: 'popup_closed' });

  function setTimer(ms: number, run: () => void) {
    clearTimeout(timer);
    timer = setTimeout(run, Math.min(ms, MAX_TIMER));
  }

  function stopListening() {
    clearInterval(interval);
    listening.abort();
  }

  function stop(keepsListening?: unknown) {
    session.abort();
    clearTimeout(timer);
    if (!keepsListening || !popup.handle || popup.handle.closed) stopListening();
  }

  function checkClosed() {
    if (isClosed || !popup.handle?.closed) return;
    isClosed = true;
    if (session.signal.aborted) return stopListening();
    const { isNavigated, since } = popup;
    const age = performance.now() - since;
    // Checked last: a popup that sends its result and closes at once may read closed before the message arrives.
    setTimer(isNavigated ? LATE_RESULT : 0, () => {
      if (popup.hasMessaged || age > (isNavigated ? POPUP_LOST_WITHIN : BLOCKED_WITHIN)) reportClosed();
      else report({ status: 'failed', error: new InsteadError(isNavigated ? 'popup_lost' : 'popup_blocked') });
    });
  }

  function isSource(source: MessageEventSource): boolean {
    if (!popup.handle && isOpenedByThisPage(source)) popup.handle = source;
    return popup.isNavigated && source === popup.handle;
  }

  function onMessage(message: ScriptResult) {
    popup.hasMessaged = true;
    try {
      popup.onResult?.(message);
    } catch (error) {
      reportCallbackError(error);
    }
    if (session.signal.aborted) return;
    const { result, method } = message;
    if (result === 'opened') report({ status: 'open' });
    else if (result === 'success') report({ status: 'sent', method });
    // Sharing by this method failed. Instead's page offers the others.
    else if (result === 'fail' && (!method || method === 'cancelled')) {
      report({ status: 'cancelled', reason: 'user_cancelled' });
    }
    // `closed` is not the end: a page that is reloaded or leaves for a login page sends it, too. The popup itself is watched.
  }

  // A page that is left while the popup is still blank closes it. Once it has been navigated, the next document resumes it.
  const onPageHide = () => {
    if (!popup.isNavigated) reportClosed();
  };

  const { signal } = session;
  listen(isSource, origin, onMessage, listening.signal);
  for (const event of WAKE_EVENTS) window.addEventListener(event, checkClosed, { signal: listening.signal });
  window.addEventListener('pagehide', onPageHide, { signal });
  const interval = setInterval(checkClosed, 150);

  return {
    signal,
    setTimer,
    reportClosed,
    /** Stops all reports. With `keepsListening` the shop's `request_cb` receives messages until the popup is closed. */
    stop,
    // A shopper who clicks again does not see a popup that was not found: it is closed.
    focus: () => (popup.handle ? popup.handle.focus() : reportClosed()),
    release() {
      stop(popup.onResult);
      forgetOpenPayment(popup.name);
    },
    close() {
      stop();
      forgetOpenPayment(popup.name);
      if (popup.handle && popup.isNavigated && !popup.hasMessaged) closeWhileNavigating(popup.handle);
      else popup.handle?.close();
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
