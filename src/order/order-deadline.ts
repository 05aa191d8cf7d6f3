import { toInstant } from '../protocol/instant.ts';
import type { KnownOrder } from './order-report.ts';

type Times = Pick<KnownOrder, 'expiresAt' | 'clockOffset'>;

/** Returns how far the server's clock is ahead of the device's, in ms. A change of less than two seconds is the network's. */
export function toClockOffset(serverTime: number | null, last: number | null): number | null {
  if (serverTime === null) return last;
  const offset = serverTime - Date.now();
  return last !== null && Math.abs(offset - last) < 2_000 ? last : offset;
}

/** Computes how long an order can still be paid. `getOwn` returns the deadline of the options, which takes precedence. */
export function createDeadline(getOwn: () => Date | number | string | undefined) {
  let hasBeenAhead = false;

  /** Milliseconds by the server's clock, or by the device's if no report had it. `null` without a deadline. */
  function timeLeft({ expiresAt, clockOffset }: Times): number | null {
    const end = toInstant(getOwn()) ?? expiresAt;
    return end === null ? null : end - Date.now() - (clockOffset ?? 0);
  }

  return {
    timeLeft,
    /**
     * Returns whether an order that the server reports as `waiting` has passed its deadline. On a device whose clock is fast the
     * deadline has passed from the start: there the report decides, unless it has the server's clock.
     */
    hasPassed(order: Times): boolean {
      const left = timeLeft(order);
      if (left === null) return false;
      hasBeenAhead ||= left > 0;
      return left <= 0 && (hasBeenAhead || order.clockOffset !== null);
    },
  };
}
