import { errorMessage } from '../errors.ts';

/** Throws a `RangeError` for a time-out that is not above 0: each step would fail before it has started. */
export function checkTimeouts(timeouts: Partial<Record<string, number>> = {}): void {
  for (const [step, ms] of Object.entries(timeouts)) {
    if (ms !== undefined && !(ms > 0)) throw new RangeError(`timeouts.${step} ${errorMessage('timeout')}`);
  }
}
