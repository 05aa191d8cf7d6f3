/** What a step that took too long, or was called off, is rejected with. */
export class TimeLimitError extends Error {}

/** Gives a promise so many milliseconds, and gives it up when the signal says so. Leaves no timer and no listener. */
export function withTimeLimit<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    };
    const giveUp = () => {
      end();
      reject(new TimeLimitError(signal.aborted ? 'Called off.' : `No answer within ${Math.round(ms)} ms.`));
    };
    const timer = setTimeout(giveUp, Math.max(0, ms));
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    promise.finally(end).then(resolve, reject);
  });
}

/** Waits between two tries: longer each time, and never in step with the other shoppers whose network has just come back. */
export function backOff(round: number, signal: AbortSignal): Promise<void> {
  const ms = 300 * 2 ** round * (0.5 + Math.random());
  const never = new Promise<never>(() => {});
  return withTimeLimit(never, ms, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
  });
}
