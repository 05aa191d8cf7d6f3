import { createCountdown } from '../order/countdown.ts';
import { toInstant } from '../order/order-report.ts';
import { useMemo, useSyncExternalStore } from './react.ts';

interface TimeLeft {
  /** Unix ms. `null`: there is no deadline, or none that can be read. */
  expiresAt: number | null;
  /** Milliseconds, rounded down to the minute, in the last minute to the second. `null`: no deadline, or on a server. */
  left: number | null;
}

const noCountdown = { get: () => null, subscribe: () => () => {} };

/** The time left until an instant. It renders again when the shown minute changes, in the last minute each second. */
export function useTimeLeft(deadline: Date | number | string | null | undefined): TimeLeft {
  const expiresAt = toInstant(deadline);
  const countdown = useMemo(() => (expiresAt === null ? noCountdown : createCountdown(expiresAt)), [expiresAt]);
  // A server's clock is another one: what it renders must not depend on it.
  const left = useSyncExternalStore<number | null>(countdown.subscribe, countdown.get, () => null);
  return { expiresAt, left };
}
