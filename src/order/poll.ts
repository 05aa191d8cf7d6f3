// A read that hangs would be the last one.
const READ_LIMIT = 15_000;
const BACK_OFF = 1.5;
const LONGEST_TIMER = 2_147_483_647;

export interface Looks {
  /** Looks now. One that is under way is given up. */
  now(): void;
  /** Somebody else has brought news: the next look waits its full turn, and one under way no longer counts. */
  putOff(): void;
  /** Begins again with short waits. */
  hurry(): void;
  stop(): void;
}

interface LooksOptions {
  look: (signal: AbortSignal) => Promise<unknown>;
  onAnswer: (answer: unknown) => void;
  onError: (error: unknown) => void;
  /** The first wait, in ms. Each next one is half as long again. */
  getInterval: () => number;
  /** The longest wait, in ms, as things stand. `Infinity`: there is nothing to wait for. */
  getLongest: () => number;
}

/** Asks again and again, with growing waits, one question at a time. */
export function poll({ look, onAnswer, onError, getInterval, getLongest }: LooksOptions): Looks {
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
    const longest = getLongest();
    if (longest === Infinity) return;
    timer = setTimeout(now, Math.min(wait, longest, LONGEST_TIMER));
    wait *= BACK_OFF;
  }

  function now() {
    drop();
    const mine = (current = new AbortController());
    const limit = setTimeout(() => mine.abort(new Error('The order was not read in time.')), READ_LIMIT);
    const end = (post: (value: unknown) => void) => (value: unknown) => {
      clearTimeout(limit);
      if (current !== mine) return;
      current = null;
      post(value);
      // Unless what was told has begun or ended something.
      if (current === null) schedule();
    };
    withSignal(look, mine.signal).then(end(onAnswer), end(onError));
  }

  return {
    now,
    putOff() {
      drop();
      schedule();
    },
    hurry() {
      wait = getInterval();
    },
    stop: drop,
  };
}

/** Runs a look that may throw at once, or not know what a signal is. */
function withSignal(look: LooksOptions['look'], signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    new Promise((answer) => answer(look(signal))).then(resolve, reject);
  });
}
