export type Clock = ReturnType<typeof createClock>;

/** How to move the clock: forward by ms, to an instant in Unix ms, or back to the machine's time. */
export type ClockMove = { advance: number } | { now: number } | { reset: true };

/** The largest value of a `Date`, in Unix ms. */
export const LAST_INSTANT = 8.64e15;

// setTimeout fires at once for larger values.
export const MAX_DELAY = 2_147_483_647;

/** The emulator's clock: the machine's time, which can be moved. */
export function createClock(now: () => number) {
  let ahead = 0;
  const waits = new Map<() => void, number>();
  const wake = () => {
    for (const [go, until] of waits) if (until <= now() + ahead) go();
  };
  return {
    now: () => now() + ahead,
    ahead: () => ahead,
    /** Moves the clock forward, in ms. */
    advance(ms: number): void {
      ahead += ms;
      wake();
    },
    /** Sets the clock to an instant, in Unix ms. */
    set(instant: number): void {
      ahead = instant - now();
      wake();
    },
    reset: () => void (ahead = 0),
    /** Resolves after `ms`, or at once when the clock is moved past them, so that nobody has to wait for a late webhook. */
    wait(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const timer = setTimeout(go, Math.min(ms, MAX_DELAY));
        waits.set(go, now() + ahead + ms);
        function go(): void {
          clearTimeout(timer);
          waits.delete(go);
          resolve();
        }
      });
    },
    /** Cancels every wait. */
    release(): void {
      for (const go of [...waits.keys()]) go();
    },
  };
}

/** Parses a move from JSON or a form. Returns a sentence if it is invalid. */
export function readClockMove(input: Record<string, unknown>, clock: Clock): ClockMove | string {
  if (input.reset === true || input.reset === 'true') return { reset: true };
  const name = input.advance !== undefined ? 'advance' : 'now';
  const given = input[name];
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (!Number.isSafeInteger(number)) return 'Give advance or now as whole ms, or reset: true.';
  const instant = (number as number) + (name === 'advance' ? clock.now() : 0);
  if (Math.abs(instant) > LAST_INSTANT) return `${name} leads to an instant that no date can hold.`;
  return name === 'advance' ? { advance: number as number } : { now: number as number };
}
