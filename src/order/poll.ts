// A read that hangs would be the last one.
const FETCH_TIMEOUT = 15_000;
const BACKOFF_FACTOR = 1.5;
const MAX_TIMER = 2_147_483_647;

export interface Poller {
  /** Looks now. One that is under way is given up. */
  now(): void;
  /** Somebody else has brought news: the next look waits its full turn, and one under way no longer counts. */
  postpone(): void;
  /** Begins again with short waits. */
  resetBackoff(): void;
  stop(): void;
}

interface PollOptions {
  look: (signal: AbortSignal) => Promise<unknown>;
  onData: (answer: unknown) => void;
  onError: (error: unknown) => void;
  /** The first wait, in ms. Each next one is half as long again. */
  getInterval: () => number;
  /** The longest wait, in ms, as things stand. `Infinity`: there is nothing to wait for. */
  getMaxInterval: () => number;
}

/** Asks again and again, with growing waits, one question at a time. */
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
    const limit = setTimeout(() => mine.abort(new Error('The order was not read in time.')), FETCH_TIMEOUT);
    const end = (post: (value: unknown) => void) => (value: unknown) => {
      clearTimeout(limit);
      if (current !== mine) return;
      current = null;
      post(value);
      // Unless what was told has begun or ended something.
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

/** Runs a look that may throw at once, or not know what a signal is. */
function withSignal(look: PollOptions['look'], signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    new Promise((answer) => answer(look(signal))).then(resolve, reject);
  });
}
