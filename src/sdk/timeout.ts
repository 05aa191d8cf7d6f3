import { InsteadError } from '../errors.ts';

/**
 * Gives some work so many milliseconds, and gives it up when the outer signal says so. The work has a signal of its own, which
 * aborts when it has failed or is no longer waited for. Leaves no timer and no listener.
 */
export async function withTimeout<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer.aborted) throw new InsteadError('disposed');
  const inner = new AbortController();
  let giveUp!: () => void;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(outer.aborted ? new InsteadError('disposed') : new Error(`No answer within ${ms} ms`));
  });
  const timer = setTimeout(giveUp, ms);
  outer.addEventListener('abort', giveUp);
  try {
    return await Promise.race([givenUp, work(inner.signal)]);
  } catch (error) {
    inner.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', giveUp);
  }
}

/**
 * Waits before a new try: longer each time, and never in step with the other shoppers whose network has just come back.
 * Rejects when there is nobody left to try for.
 */
export const backoff = (round: number, signal: AbortSignal): Promise<void> =>
  withTimeout(300 * 2 ** round * (0.5 + Math.random()), signal, () => new Promise<void>(() => {})).catch(() =>
    signal.throwIfAborted(),
  );
