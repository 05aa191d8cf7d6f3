const SECOND = 1000;
const MINUTE = 60_000;

export interface Countdown {
  /** Milliseconds left, rounded down to what is shown: minutes, and in the last minute seconds. Never below 0. */
  get(): number;
  /** Calls back when that may have changed: once a minute, in the last minute once a second. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}

/** Creates a countdown to an instant (Unix ms). It pauses while the page is hidden, and catches up when it is shown. */
export function createCountdown(expiresAt: number): Countdown {
  // Read in the browser only: a server that renders must not read its clock.
  let left: number | undefined;
  return {
    get: () => (left ??= remainingTime(expiresAt)),
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        clearTimeout(timer);
        left = remainingTime(expiresAt);
        listener();
        if (left > 0 && !document.hidden) timer = setTimeout(tick, timeToNextTick(expiresAt));
      };
      document.addEventListener('visibilitychange', tick);
      tick();
      return () => {
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', tick);
      };
    },
  };
}

function remainingTime(expiresAt: number): number {
  const exact = Math.max(0, expiresAt - Date.now());
  return exact - (exact % unitOf(exact));
}

// One millisecond past the change: a timer may fire early.
function timeToNextTick(expiresAt: number): number {
  const exact = expiresAt - Date.now();
  return (exact % unitOf(exact)) + 1;
}

const unitOf = (exact: number): number => (exact < MINUTE ? SECOND : MINUTE);
