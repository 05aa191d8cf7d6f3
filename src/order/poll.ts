import { MAX_TIMER } from '../protocol/max-timer.ts';

// Without a time-out, a request that hangs would be the last one.
const FETCH_TIMEOUT = 15_000;
const BACKOFF_FACTOR = 1.5;

export interface Poller {
  /** Polls now. Aborts a request in progress. */
  now(): void;
  /** A report came from elsewhere: the next poll waits a full interval, and a request in progress no longer counts. */
  postpone(): void;
  /** Resets the backoff. */
  resetBackoff(): void;
  stop(): void;
}

interface PollOptions {
  look: (signal: AbortSignal) => Promise<unknown>;
  onData: (answer: unknown) => void;
  onError: (error: unknown) => void;
  /** The first wait, in ms. Each wait is 1.5 times the one before. */
  getInterval: () => number;
  /** The longest wait in ms for the current status. `Infinity` stops the polling. */
  getMaxInterval: () => number;
}

/** Polls with exponential backoff, one request at a time. */
export function poll({ look, onData, onError, getInterval, getMaxInterval }: PollOptions): Poller {
  let wait = getInterval();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: AbortController | null = null;

  function drop() {
    clearTimeout(timer);
    current?.abort();
    current = null;
  }

  function schedule() {
    clearTimeout(timer);
    const longest = getMaxInterval();
    if (longest === Infinity) return;
    timer = setTimeout(now, Math.min(wait, longest, MAX_TIMER));
    wait *= BACKOFF_FACTOR;
  }

  function now() {
    drop();
    const mine = (current = new AbortController());
    const limit = setTimeout(() => mine.abort(), FETCH_TIMEOUT);
    const end = (post: (value: unknown) => void) => (value: unknown) => {
      clearTimeout(limit);
      if (current !== mine) return;
      current = null;
      post(value);
      // Unless the report has started or stopped the polling.
      if (current === null) schedule();
    };
    withSignal(look, mine.signal).then(end(onData), end(onError));
  }

  return {
    now,
    postpone() {
      drop();
      schedule();
    },
    resetBackoff() {
      wait = getInterval();
    },
    stop: drop,
  };
}

/** Calls a function that may throw synchronously, or ignore its signal. */
function withSignal(look: PollOptions['look'], signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The order status was not fetched in time.')));
    new Promise((answer) => answer(look(signal))).then(resolve, reject);
  });
}
