const { now } = Date;

/** Where the stories' clock stands: 24 November 2026, 16:49 in Korea. */
export const NOW = Date.UTC(2026, 10, 24, 7, 49);
let at = NOW;

/**
 * Stops the page's clock, so that a story says the same whenever somebody looks. Returns the undo. It is everybody's on that
 * page: a live story, whose service has a clock of its own, does not belong there.
 */
export function stopClock(): () => void {
  at = NOW;
  Date.now = () => at;
  return () => void (Date.now = now);
}

/** Moves the stopped clock on, in ms. Timers know nothing of it: they go off when they would have. */
export function moveClock(ms: number): void {
  at += ms;
}
