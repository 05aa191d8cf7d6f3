export type Clock = ReturnType<typeof createClock>;

/** The service's own time: the machine's, moved by hand. */
export function createClock(now: () => number) {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    ahead: () => ahead,
    /** Moves it on by so many ms. */
    advance: (ms: number) => void (ahead += ms),
    /** Sets it to an instant, in Unix ms. */
    set: (instant: number) => void (ahead = instant - now()),
    reset: () => void (ahead = 0),
  };
}
