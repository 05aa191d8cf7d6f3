import { reportCallbackError } from '../errors.ts';
import { createDeadline, toClockOffset } from './order-deadline.ts';
import { poll } from './poll.ts';
import { openOrderChannel, type OrderChannel } from './order-channel.ts';
import { cacheOrder, keyOf, readCachedOrder } from './order-cache.ts';
import { DEFAULT_INTERVAL, isFinal, maximumInterval } from './polling-intervals.ts';
import { callFetchStatus } from './call-fetch-status.ts';
import type { OrderStatusOptions } from './order-status-options.ts';
import { openStream } from './order-stream.ts';
import {
  INVALID_REPORT,
  parseReport,
  toKnown,
  type KnownOrder,
  type ParsedReport,
  type OrderReport,
} from './order-report.ts';
import { watchVisibility } from './page-visibility.ts';

/** Creates the store of one order's status, which polls or subscribes while the page is visible. */
export function createOrderStatusStore(merchantUid: string, first: OrderStatusOptions) {
  let options = first;
  const key = keyOf(first.scope ?? '', merchantUid);
  const initial = parseReport(first.initialStatus);
  const start: KnownOrder = { status: 'waiting', expiresAt: null, clockOffset: null, ...toKnown(initial) };
  let known: KnownOrder = { ...start, ...(initial ? null : toKnown(readCachedOrder(key))) };
  const deadline = createDeadline(() => options.expiresAt);
  let channel: OrderChannel | null = null;
  let stream: (() => void) | null = null;
  let hasStreamReported = false;
  let hasReportedInvalid = false;
  const listeners = new Set<() => void>();

  const polling = poll({
    look: async (signal) => callFetchStatus(options.fetchStatus, merchantUid, signal),
    onData: handleReport,
    onError: (error) => put({ ...known, error }),
    // A stream that has reported is polled slowly, in case it dies silently.
    getInterval: () => (hasStreamReported ? maximumInterval(known) : (options.refetchInterval ?? DEFAULT_INTERVAL)),
    getMaxInterval() {
      if (document.hidden) return Infinity;
      const left = deadline.timeLeft(known) ?? Infinity;
      const longest = Math.max(maximumInterval(known), options.refetchInterval ?? 0);
      // At the deadline the server decides.
      return known.status === 'waiting' && left > 0 ? Math.min(longest, left) : longest;
    },
  });

  function put(next: KnownOrder) {
    const last = known;
    known = next;
    if (next.status !== last.status) polling.resetBackoff();
    else if (next.expiresAt === last.expiresAt && next.error === last.error && next.clockOffset === last.clockOffset)
      return;
    for (const listener of [...listeners]) listener();
  }

  /** Handles a report of the shop's server, from a poll or the stream. */
  function handleReport(value: unknown) {
    const report = parseReport(value);
    if (!report) {
      const error = new TypeError(INVALID_REPORT);
      if (!hasReportedInvalid) reportCallbackError(error);
      hasReportedInvalid = true;
      return put({ ...known, error });
    }
    take(report);
    channel?.post(known);
  }

  function take({ status, expiresAt, now }: ParsedReport) {
    const next = {
      status,
      expiresAt: expiresAt ?? known.expiresAt,
      clockOffset: toClockOffset(now, known.clockOffset),
    };
    put(status === 'waiting' && deadline.hasPassed(next) ? { ...next, status: 'expired' } : next);
    cacheOrder(key, known);
  }

  function onOtherTabReport(report: ParsedReport) {
    // The other tab may have polled just before the payment: its report cannot reopen a final status.
    if (isFinal(known) && !isFinal(report)) return;
    take(report);
    polling.postpone();
  }

  function onStreamReport(report: OrderReport) {
    hasStreamReported = true;
    polling.resetBackoff();
    handleReport(report);
    polling.postpone();
  }

  function fetchNow() {
    polling.resetBackoff();
    polling.now();
  }

  function begin() {
    channel ??= openOrderChannel(key, onOtherTabReport);
    fetchNow();
    try {
      if (options.subscribe) stream ??= openStream(merchantUid, options.subscribe, onStreamReport);
    } catch (error) {
      put({ ...known, error });
    }
  }

  function rest() {
    polling.stop();
    stream?.();
    stream = null;
    hasStreamReported = false;
  }

  function end() {
    rest();
    channel?.close();
    channel = null;
  }

  // A hidden page gets the reports of a visible one.
  const onHide = () => {
    channel ??= openOrderChannel(key, onOtherTabReport);
    rest();
  };
  let stopWatchingPage = () => {};
  return {
    configure: (next: OrderStatusOptions) => void (options = next),
    get: () => known,
    /** What a server renders, and the browser while it hydrates. */
    getInitial: () => start,
    /** The first listener starts the polling, and the last one to unsubscribe stops it. */
    subscribe(listener: () => void): () => void {
      const entry = () => listener();
      listeners.add(entry);
      if (listeners.size === 1) stopWatchingPage = watchVisibility({ onShow: begin, onHide, onLeave: end });
      return () => {
        listeners.delete(entry);
        if (listeners.size > 0) return;
        stopWatchingPage();
        end();
      };
    },
    refetch() {
      if (listeners.size > 0) fetchNow();
    },
  };
}
