import { InsteadError } from '../errors.ts';

/**
 * Rejects when the work takes longer than `ms`, or when the outer signal aborts. The work receives a signal that aborts when
 * its
 * result is no longer used. Leaves no timer and no listener.
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
    abort = () => reject(outer.aborted ? new InsteadError('disposed') : new Error(`No answer within ${ms} ms`));
  });
  const timer = setTimeout(abort, ms);
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

/**
 * Waits before a new attempt: exponential backoff with jitter, so that shoppers whose network returns do not retry together.
 * Rejects when the signal aborts.
 */
export const backoff = (round: number, signal: AbortSignal): Promise<void> =>
  withTimeout(300 * 2 ** round * (0.5 + Math.random()), signal, () => new Promise<void>(() => {})).catch(() =>
    signal.throwIfAborted(),
  );
