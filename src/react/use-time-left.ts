import { createCountdown } from '../order/countdown.ts';
import { toInstant } from '../protocol/instant.ts';
import { useMemo, useSyncExternalStore } from './react.ts';

interface TimeLeft {
  /** Unix ms. `null` without a valid deadline. */
  expiresAt: number | null;
  /** Milliseconds, rounded down to the minute, in the last minute to the second. `null`: no deadline, or on a server. */
  left: number | null;
}

const noCountdown = { get: () => null, subscribe: () => () => {} };

/** Returns the time left until an instant. Renders when the displayed minute changes, in the last minute every second. */
export function useTimeLeft(deadline: Date | number | string | null | undefined): TimeLeft {
  const expiresAt = toInstant(deadline);
  const countdown = useMemo(() => (expiresAt === null ? noCountdown : createCountdown(expiresAt)), [expiresAt]);
  // A server's clock differs from the browser's: what it renders must not depend on it.
  const left = useSyncExternalStore<number | null>(countdown.subscribe, countdown.get, () => null);
  return { expiresAt, left };
}
