import { InsteadError } from '../errors.ts';
import { MAX_TIMER } from '../protocol/max-timer.ts';

/**
 * Rejects when the work takes longer than `ms`, or when the outer signal aborts. The work gets a signal that aborts when its
 * result no longer counts. Leaves no timer and no listener. Without a time limit: `Infinity`.
 */
export async function withTimeout<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer.aborted) throw new InsteadError('disposed');
  const inner = new AbortController();
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(outer.aborted ? new InsteadError('disposed') : new Error(`No result within ${ms} ms`));
  });
  const timer = ms > MAX_TIMER ? undefined : setTimeout(abort, ms);
  outer.addEventListener('abort', abort);
  try {
    return await Promise.race([aborted, work(inner.signal)]);
  } catch (error) {
    inner.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
  }
}

/** Throws if the signal has aborted. `AbortSignal.prototype.throwIfAborted` is newer than the oldest supported browsers. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new InsteadError('disposed');
}

/** The wait before attempt `round + 1`, in ms: exponential, with jitter, so that shoppers whose network returns do not retry together. */
export const backoffTime = (round: number): number => 300 * 2 ** round * (0.5 + Math.random());

/** Waits `ms`. Rejects when the signal aborts. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  withTimeout(ms, signal, () => new Promise<void>(() => {})).catch(() => throwIfAborted(signal));
