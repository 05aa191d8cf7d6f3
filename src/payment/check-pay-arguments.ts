import { errorMessage, isDevelopment } from '../errors.ts';

/** Returns whether the arguments of `pay()` can be used. Throws in development, for code that TypeScript has not checked. */
export function checkPayArguments(request: unknown, signal: unknown): boolean {
  const problem =
    typeof request !== 'function' && (typeof request !== 'object' || !request || 'nativeEvent' in request)
      ? 'pay_request'
      : signal !== undefined && typeof (signal as AbortSignal | null)?.addEventListener !== 'function'
        ? 'pay_signal'
        : undefined;
  if (problem && isDevelopment()) throw new TypeError(errorMessage(problem));
  return !problem;
}
