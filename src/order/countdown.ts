const SECOND = 1000;
const MINUTE = 60_000;

export interface Countdown {
  /** Milliseconds left, rounded down to what is shown: minutes, and in the last minute seconds. Never below 0. */
  get(): number;
  /** Calls back when that may have changed: once a minute, in the last minute once a second. Returns the undo. */
  subscribe(listener: () => void): () => void;
}

/** The time left until an instant (Unix ms). It rests while the page is hidden, and is right again when it is shown. */
export function createCountdown(until: number): Countdown {
  let left = reckon(until);
  return {
    get: () => left,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        clearTimeout(timer);
        left = reckon(until);
        listener();
        if (left > 0 && !document.hidden) timer = setTimeout(tick, untilNextTick(until));
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

function reckon(until: number): number {
  const exact = Math.max(0, until - Date.now());
  return exact - (exact % unitOf(exact));
}

// To just past the change: a timer may be a little early.
function untilNextTick(until: number): number {
  const exact = until - Date.now();
  return (exact % unitOf(exact)) + 1;
}

const unitOf = (exact: number): number => (exact < MINUTE ? SECOND : MINUTE);
