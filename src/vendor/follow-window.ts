import { InsteadError } from '../errors.ts';
import type { Report } from '../payment/gateway.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { listen } from './messages.ts';
import { isOurs, watchClosed } from './pay-window.ts';
import type { Relay } from './request-session.ts';

/** How long a result may still be under way when the window has gone, in ms. */
const LATE_RESULT = 500;
/** A window that reads closed so soon (ms) after it was sent off, without a word, was not closed: it was cut off. */
const CUT_OFF = 1000;

interface Options {
  /** `null`: a window of an earlier document, not found by its name. It is known by its opener once it speaks. */
  handle: Window | null;
  /** Whether Instead's page is up in it already: so it is in an earlier document's window. */
  isUp?: boolean;
  origin: string;
  report: Report;
  /** The way of a result through the script, once there is one. */
  getRelay?: () => Relay | undefined;
  /** The shop's own `request_cb`. */
  tellShop?: (result: ScriptResult) => void;
}

export type FollowedWindow = ReturnType<typeof followWindow>;

/** Turns what a window says, and its going away, into the events of a payment. */
export function followWindow({ handle, isUp = false, origin, report, getRelay, tellShop }: Options) {
  let sentOffAt = isUp ? Date.now() : undefined;
  let hasSpoken = isUp;
  let isOver = false;
  let lateResult: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};
  if (handle) adopt(handle);

  function adopt(found: Window) {
    handle = found;
    stopWatching();
    stopWatching = watchClosed(found, onClosed);
  }

  const stopListening = listen(
    (source) => {
      // Before it is sent off the window is blank and ours: nothing in it can have anything to say.
      if (sentOffAt === undefined) return false;
      if (!handle && opensFromHere(source)) adopt(source);
      return source === handle;
    },
    origin,
    (message) => {
      const relay = getRelay?.();
      // Vendor: 1.0.1 answers `opened` with an overlay over its page and `closed` by removing one. It is told of neither.
      if (relay && (message.result === 'success' || message.result === 'fail')) relay(message, origin);
      else hear(message);
    },
  );

  function hear(message: ScriptResult) {
    tellShop?.(message);
    if (isOver) {
      if (message.result === 'closed') stopListening();
      return;
    }
    hasSpoken = true;
    switch (message.result) {
      case 'opened':
        // Reloaded, or back from a login page: what `closed` said a moment ago no longer holds.
        clearTimeout(lateResult);
        return report({ type: 'opened' });
      case 'closed':
        return waitForLateResult();
      case 'success':
        return report({ type: 'sent', method: message.method });
      case 'fail':
        return report({ type: 'cancelled', reason: 'by_shopper' });
    }
  }

  function onClosed() {
    if (sentOffAt === undefined) report({ type: 'cancelled', reason: 'window_closed' });
    else if (!hasSpoken && Date.now() - sentOffAt <= CUT_OFF) {
      report({ type: 'failed', error: new InsteadError('window_lost') });
    } else waitForLateResult();
  }

  function waitForLateResult() {
    clearTimeout(lateResult);
    lateResult = setTimeout(() => report({ type: 'cancelled', reason: 'window_closed' }), LATE_RESULT);
  }

  return {
    getHandle: () => handle,
    hasSpoken: () => hasSpoken,
    /** Sent off, and not heard of since. */
    isOnTheWay: () => sentOffAt !== undefined && !hasSpoken,
    adopt,
    markSentOff: () => void (sentOffAt = Date.now()),
    hear,
    /** Reports nothing more. `keepListening`: the shop's `request_cb` still hears until the window says it has closed. */
    stop(keepListening = false) {
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
    return 'opener' in source && source.opener === window && !isOurs(source);
  } catch {
    return false;
  }
}
