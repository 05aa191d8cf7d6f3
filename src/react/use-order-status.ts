import type { OrderStatusOptions } from '../order/order-status-options.ts';
import type { OrderStatus } from '../order/order-report.ts';
import { createOrderStatusStore } from '../order/order-status-store.ts';
import { useTimeLeft } from './use-time-left.ts';
import { useInsertionEffect, useMemo, useSyncExternalStore } from './react.ts';

/** The result of {@link useOrderStatus}: the status of an order, as the shop's server reports it. */
export type UseOrderStatusResult =
  | {
      status: 'waiting';
      merchantUid: string;
      /** Milliseconds until the deadline, to the minute, in the last minute to the second. `null` without a deadline, and on a server. */
      timeLeft: number | null;
      /** The error of the last poll. The polling continues. */
      error?: unknown;
    }
  | { status: Exclude<OrderStatus, 'waiting'>; merchantUid: string };

/**
 * Returns the status of an order, and updates it until the payer has paid: hours later, perhaps in another tab.
 *
 * The status comes from your own server, so `paid` can be trusted. It polls when the page is shown, with growing intervals,
 * pauses while the page is hidden, and shares each report with the shop's other tabs. A reload starts with the last report.
 * At the deadline it polls once more before it returns `expired`. Needs no provider.
 *
 * @throws `TypeError` without a `merchantUid` or a `fetchStatus`, `RangeError` for a `refetchInterval` that is not above 0
 * @example
 * import { PayDeadline, useOrderStatus } from 'react-instead-pay';
 *
 * function OrderStatus({ merchantUid, payEndDttm }: { merchantUid: string; payEndDttm: number }) {
 *   const { status } = useOrderStatus(merchantUid, {
 *     fetchStatus: async (id, { signal }) => (await fetch(`/api/orders/${id}`, { signal })).json(),
 *     expiresAt: payEndDttm,
 *   });
 *   return status === 'paid' ? <p>결제 완료</p> : <PayDeadline expiresAt={payEndDttm} />;
 * }
 */
export function useOrderStatus(
  merchantUid: string,
  source: OrderStatusOptions,
): UseOrderStatusResult & { refetch: () => void } {
  checkSource(merchantUid, source);
  // Only the first options decide how it starts; after that, the latest ones are used.
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
