import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OrderReport } from 'react-instead-pay';
import { advance, watch } from './shop.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 3) });
  sessionStorage.clear();
});
afterEach(() => void vi.useRealTimers());

// As React's client makes it of a Server Action: no declared parameter, and arguments that must be serializable.
function createServerAction(report: () => OrderReport) {
  const calls: unknown[][] = [];
  const action = async (...args: unknown[]): Promise<OrderReport> => {
    calls.push(args);
    if (args.some((each) => typeof each === 'object')) throw new Error('An AbortSignal is not serializable.');
    return report();
  };
  return { action, calls };
}

test('a Server Action as fetchStatus is called with the order number only, and polled until the order is paid', async () => {
  let report: OrderReport = 'waiting';
  const { action, calls } = createServerAction(() => report);
  const { order } = await watch({ fetchStatus: action });
  expect(order()).not.toHaveProperty('error');
  report = 'paid';
  await advance(3000);
  expect(order().status).toBe('paid');
  expect(calls).toEqual([['order-1'], ['order-1']]);
});

test('a function that declares the options receives the signal', async () => {
  const signals: AbortSignal[] = [];
  const fetchStatus = async (_: string, { signal }: { signal: AbortSignal }): Promise<OrderReport> => {
    signals.push(signal);
    return 'paid';
  };
  const { order } = await watch({ fetchStatus });
  expect(order().status).toBe('paid');
  expect(signals).toEqual([expect.any(AbortSignal)]);
});
