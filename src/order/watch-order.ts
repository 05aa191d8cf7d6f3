import { reportCallbackError } from '../errors.ts';
import { lookAgain } from './look-again.ts';
import { openOrderChannel, type OrderChannel } from './order-channel.ts';
import { recallOrder, rememberOrder } from './order-record.ts';
import { INTERVAL, isOver, longestWait } from './order-pace.ts';
import type { OrderSource } from './order-source.ts';
import { openStream } from './order-stream.ts';
import { NOT_A_REPORT, readReport, toInstant, type KnownOrder, type OrderReport } from './order-state.ts';
import { watchPage } from './watch-page.ts';

export interface OrderWatch {
  configure(source: OrderSource): void;
  get(): KnownOrder;
  /** What a server renders, and so the browser at first. */
  getInitial(): KnownOrder;
  /** The first listener begins the watch, and the last one to leave ends it. */
  subscribe(listener: () => void): () => void;
  /** Looks now. */
  refresh(): void;
}

/** Follows an order, as the shop's own server tells of it, for as long as the page is seen. */
export function watchOrder(merchantUid: string, first: OrderSource): OrderWatch {
  let source = first;
  const initial = readReport(first.initial);
  const start: KnownOrder = initial ?? { status: 'waiting', until: null };
  let known = initial ?? recallOrder(merchantUid) ?? start;
  let channel: OrderChannel | null = null;
  let stream: (() => void) | null = null;
  let hasStreamSpoken = false;
  let hasComplained = false;
  const listeners = new Set<() => void>();

  const looks = lookAgain({
    look: async (signal) => source.read(merchantUid, { signal }),
    onAnswer: hear,
    onError: (error) => put({ ...known, error }),
    // A stream that speaks is looked after, in case it dies without a word, and not more.
    getInterval: () => (hasStreamSpoken ? longestWait(known) : (source.interval ?? INTERVAL)),
    getLongest() {
      if (document.hidden) return Infinity;
      const left = (toInstant(source.until) ?? known.until ?? Infinity) - Date.now();
      const longest = Math.max(longestWait(known), source.interval ?? 0);
      // At the deadline the server has the last word.
      return known.status === 'waiting' && left > 0 ? Math.min(longest, left) : longest;
    },
  });

  function put(next: KnownOrder) {
    const last = known;
    known = next;
    if (next.status !== last.status) looks.hurry();
    else if (next.until === last.until && next.error === last.error) return;
    for (const listener of [...listeners]) listener();
  }

  /** What the shop's server says, whichever way it comes. */
  function hear(value: unknown) {
    const report = readReport(value);
    if (!report) {
      const error = new TypeError(NOT_A_REPORT);
      if (!hasComplained) reportCallbackError(error);
      hasComplained = true;
      return put({ ...known, error });
    }
    take(report);
    channel?.tell(known);
  }

  function take(report: KnownOrder) {
    put(settle(report));
    rememberOrder(merchantUid, known);
  }

  /** Once its time is up, an order of which the server still says `waiting` has expired. */
  function settle({ status, ...report }: KnownOrder): KnownOrder {
    const until = report.until ?? known.until;
    const end = toInstant(source.until) ?? until;
    return { status: status === 'waiting' && end !== null && end <= Date.now() ? 'expired' : status, until };
  }

  function hearOtherTab(report: KnownOrder) {
    // It may have asked just before the friend paid: what is over does not begin again on its word.
    if (isOver(known) && !isOver(report)) return;
    take(report);
    looks.putOff();
  }

  function hearStream(report: OrderReport) {
    hasStreamSpoken = true;
    looks.hurry();
    hear(report);
    looks.putOff();
  }

  function refresh() {
    looks.hurry();
    looks.now();
  }

  function begin() {
    channel ??= openOrderChannel(merchantUid, hearOtherTab);
    refresh();
    try {
      if (source.subscribe) stream ??= openStream(merchantUid, source.subscribe, hearStream);
    } catch (error) {
      put({ ...known, error });
    }
  }

  function rest() {
    looks.stop();
    stream?.();
    stream = null;
    hasStreamSpoken = false;
  }

  function end() {
    rest();
    channel?.close();
    channel = null;
  }

  // A hidden page knows what a shown one has heard.
  const onHide = () => {
    channel ??= openOrderChannel(merchantUid, hearOtherTab);
    rest();
  };
  let unwatchPage = () => {};
  return {
    configure: (next) => void (source = next),
    get: () => known,
    getInitial: () => start,
    subscribe(listener) {
      const entry = () => listener();
      listeners.add(entry);
      if (listeners.size === 1) unwatchPage = watchPage({ onShow: begin, onHide, onLeave: end });
      return () => {
        listeners.delete(entry);
        if (listeners.size > 0) return;
        unwatchPage();
        end();
      };
    },
    refresh() {
      if (listeners.size > 0) refresh();
    },
  };
}
