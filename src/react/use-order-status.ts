import type { OrderStatusOptions } from '../order/order-status-options.ts';
import type { OrderStatus } from '../order/order-report.ts';
import { createOrderStatusStore } from '../order/order-status-store.ts';
import { useTimeLeft } from './use-time-left.ts';
import { useInsertionEffect, useMemo, useSyncExternalStore } from './react.ts';

/** Where an order stands, in the words of the shop's own server. */
export type UseOrderStatusResult =
  | {
      status: 'waiting';
      merchantUid: string;
      /** Milliseconds until the deadline, to the minute, in the last minute to the second. `null` without a deadline, and on a server. */
      timeLeft: number | null;
      /** What the last look threw. The watch goes on by itself. */
      error?: unknown;
    }
  | { status: Exclude<OrderStatus, 'waiting'>; merchantUid: string };

/**
 * Follows an order after somebody was asked, until a friend has paid: hours later, perhaps in another tab.
 *
 * It repeats what your own server says, and nothing else; that is why it alone may say `paid`. It looks when the page is
 * shown and then ever more seldom, rests while the page is hidden, and shares what it hears with the shop's other tabs. After
 * a reload it begins with what was known. When the deadline passes it asks once more before it says `expired`. No
 * provider is needed.
 *
 * @throws `TypeError` without a `merchantUid` or a `fetchStatus`, `RangeError` for a `refetchInterval` that is not above 0
 * @example
 * import { PayDeadline, useOrderStatus } from 'react-instead-pay';
 * const order = useOrderStatus(merchantUid, {
 *   fetchStatus: async (id, { signal }) => (await fetch(`/api/orders/${id}`, { signal })).json(),
 *   expiresAt: payEndDttm,
 * });
 * return order.status === 'paid' ? <p>결제 완료</p> : <PayDeadline expiresAt={payEndDttm} />;
 */
export function useOrderStatus(
  merchantUid: string,
  source: OrderStatusOptions,
): UseOrderStatusResult & { refetch: () => void } {
  checkSource(merchantUid, source);
  // The first source alone says how to begin; from then on the latest is asked.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const watch = useMemo(() => createOrderStatusStore(merchantUid, source), [merchantUid]);
  useInsertionEffect(() => watch.configure(source));
  const known = useSyncExternalStore(watch.subscribe, watch.get, watch.getInitial);
  const { status, error } = known;
  const { left } = useTimeLeft(status === 'waiting' ? (source.expiresAt ?? known.expiresAt) : null);
  return useMemo(() => {
    const { refetch } = watch;
    if (status !== 'waiting') return { status, merchantUid, refetch };
    return { status, merchantUid, timeLeft: left, ...(error === undefined ? {} : { error }), refetch };
  }, [watch, status, error, left, merchantUid]);
}

function checkSource(
  merchantUid: unknown,
  { fetchStatus: read, refetchInterval: interval }: Partial<OrderStatusOptions>,
): void {
  if (typeof merchantUid !== 'string' || merchantUid === '') {
    throw new TypeError("useOrderStatus needs the order's merchantUid. Render the component once there is an order.");
  }
  if (typeof read !== 'function') {
    throw new TypeError(
      'useOrderStatus needs fetchStatus: a function that returns the status of the order from your server.',
    );
  }
  if (interval !== undefined && !(interval > 0 && Number.isFinite(interval))) {
    throw new RangeError('useOrderStatus: refetchInterval must be a number of milliseconds above 0.');
  }
}
