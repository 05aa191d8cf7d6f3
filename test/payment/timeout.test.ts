import { afterEach, expect, test, vi } from 'vitest';
import { withTimeout } from '../../src/payment/timeout.ts';

afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

// A browser's timer holds 2³¹ - 1 ms, and fires at once for more.
test.each([2 ** 31, Number.MAX_SAFE_INTEGER, Infinity])('a time-out of %d ms does not fire', async (ms) => {
  vi.useFakeTimers();
  const onRejected = vi.fn();
  withTimeout(ms, new AbortController().signal, never).catch(onRejected);
  await vi.advanceTimersByTimeAsync(86_400_000);
  expect(onRejected).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a time-out rejects, aborts the signal of the work and leaves no timer', async () => {
  vi.useFakeTimers();
  let signal: AbortSignal | undefined;
  const result = withTimeout(2_000, new AbortController().signal, (given) => {
    signal = given;
    return never();
  });
  const rejected = expect(result).rejects.toThrow('No result within 2000 ms');
  await vi.advanceTimersByTimeAsync(2_000);
  await rejected;
  expect(signal?.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
