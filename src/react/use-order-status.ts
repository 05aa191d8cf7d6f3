import type { OrderStatusOptions } from '../order/order-status-options.ts';
import type { OrderStatus } from '../order/order-report.ts';
import { createOrderStatusStore } from '../order/order-status-store.ts';
import { toInstant } from '../protocol/instant.ts';
import { InsteadContext } from './instead-context.ts';
import { useTimeLeft } from './use-time-left.ts';
import { useContext, useInsertionEffect, useMemo, useSyncExternalStore } from './react.ts';

export type { OrderStatus, OrderStatusOptions };

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
 * At the deadline it polls once more before it returns `expired`. Return `now: Date.now()` with each report: the clocks of
 * phones can be wrong by hours. Needs no provider.
 *
 * @param merchantUid the order number; another number starts again from its own last report
 * @param source how to get the status from your server; a new object in each render is fine
 * @returns the status, with `timeLeft` and `error` while it is `waiting`, and `refetch`, which polls at once
 * @throws `TypeError` without a `merchantUid` or a `fetchStatus`, `RangeError` for a `refetchInterval` that is not above 0
 * and for an `expiresAt` without a time zone
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
  checkOptions(merchantUid, source);
  const { clientId = '' } = useContext(InsteadContext) ?? {};
  const { scope = clientId } = source;
  // Only the first options decide how it starts; after that, the latest ones are used.
  const watch = useMemo(
    () => createOrderStatusStore(merchantUid, { ...source, scope }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [merchantUid, scope],
  );
  useInsertionEffect(() => watch.configure(source));
  const known = useSyncExternalStore(watch.subscribe, watch.get, watch.getInitial);
  const { status, error } = known;
  const deadline = status === 'waiting' ? (toInstant(source.expiresAt) ?? known.expiresAt) : null;
  const { left } = useTimeLeft(deadline === null ? null : deadline - (known.clockOffset ?? 0));
  return useMemo(() => {
    const { refetch } = watch;
    if (status !== 'waiting') return { status, merchantUid, refetch };
    return { status, merchantUid, timeLeft: left, ...(error === undefined ? {} : { error }), refetch };
  }, [watch, status, error, left, merchantUid]);
}

function checkOptions(
  merchantUid: unknown,
  { fetchStatus, refetchInterval, expiresAt }: Partial<OrderStatusOptions>,
): void {
  if (typeof merchantUid !== 'string' || merchantUid === '') {
    throw new TypeError("useOrderStatus needs the order's merchantUid. Render the component once there is an order.");
  }
  if (typeof fetchStatus !== 'function') {
    throw new TypeError(
      'useOrderStatus needs fetchStatus: a function that returns the status of the order from your server.',
    );
  }
  if (refetchInterval !== undefined && !(refetchInterval > 0 && Number.isFinite(refetchInterval))) {
    throw new RangeError('useOrderStatus: refetchInterval must be a number of milliseconds above 0.');
  }
  if (expiresAt !== undefined && toInstant(expiresAt) === null) {
    throw new RangeError(
      'useOrderStatus: expiresAt must be a Date, Unix milliseconds, or an ISO date with its time zone (2030-01-02T03:04:05+09:00).',
    );
  }
}
