import { MAX_TIMER } from '../protocol/max-timer.ts';

export type Clock = ReturnType<typeof createClock>;

/** How to move the clock: forward by ms, to a time in Unix ms, or back to the machine's time. */
export type ClockMove = { advance: number } | { now: number } | { reset: true };

/** The largest value of a `Date`, in Unix ms. */
export const MAX_TIMESTAMP = 8.64e15;

/** Creates the emulator's clock: the machine's time plus an offset that can be changed. */
export function createClock(now: () => number) {
  let ahead = 0;
  const pending = new Map<() => void, number>();
  const finishDue = () => {
    for (const [finish, dueAt] of pending) if (dueAt <= now() + ahead) finish();
  };
  return {
    now: () => now() + ahead,
    ahead: () => ahead,
    /** Moves the clock forward, in ms. */
    advance(ms: number): void {
      ahead += ms;
      finishDue();
    },
    /** Sets the clock to a time in Unix ms. */
    set(timestamp: number): void {
      ahead = timestamp - now();
      finishDue();
    },
    reset: () => void (ahead = 0),
    /** Resolves after `ms`, or when the clock is moved past them: a late webhook can be sent without waiting. */
    wait(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const timer = setTimeout(finish, Math.min(ms, MAX_TIMER));
        pending.set(finish, now() + ahead + ms);
        function finish(): void {
          clearTimeout(timer);
          pending.delete(finish);
          resolve();
        }
      });
    },
    /** Ends every wait at once. */
    release(): void {
      for (const finish of [...pending.keys()]) finish();
    },
  };
}

/** Parses a move from JSON or a form. Returns an error message if it is invalid. */
export function readClockMove(input: Record<string, unknown>, clock: Clock): ClockMove | string {
  if (input.reset === true || input.reset === 'true') return { reset: true };
  const name = input.advance !== undefined ? 'advance' : 'now';
  const given = input[name];
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (!Number.isSafeInteger(number))
    return 'The move is invalid. Set advance or now to an integer in ms, or reset to true.';
  const timestamp = (number as number) + (name === 'advance' ? clock.now() : 0);
  if (Math.abs(timestamp) > MAX_TIMESTAMP) return `${name} is outside the range of dates.`;
  return name === 'advance' ? { advance: number as number } : { now: number as number };
}
