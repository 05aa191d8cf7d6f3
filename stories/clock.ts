const { now } = Date;

/** The time of the stories' clock: 24 November 2026, 16:49 in Korea. */
export const NOW = Date.UTC(2026, 10, 24, 7, 49);
let at = NOW;

/**
 * Stops the page's clock, so that a story renders the same at any time. Returns the cleanup function. It affects the whole page:
 * a live story, whose service has its own clock, does not belong there.
 */
export function stopClock(): () => void {
  at = NOW;
  Date.now = () => at;
  return () => void (Date.now = now);
}

/** Moves the stopped clock on, in ms. Timers are not affected: they fire when they would have. */
export function moveClock(ms: number): void {
  at += ms;
}
