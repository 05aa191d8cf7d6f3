import type { OrderSource } from '../order/order-source.ts';
import type { OrderStatus } from '../order/order-state.ts';
import { watchOrder } from '../order/watch-order.ts';
import { useTimeLeft } from './use-time-left.ts';
import { useInsertionEffect, useMemo, useSyncExternalStore } from './react.ts';

/** Where an order stands, in the words of the shop's own server. */
export type OrderState =
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
 * @throws `TypeError` without a `merchantUid` or a `read`, `RangeError` for an `interval` that is not above 0
 * @example
 * import { PayDeadline, useInsteadOrder } from 'react-instead-pay';
 * const order = useInsteadOrder(merchantUid, {
 *   read: async (id, { signal }) => (await fetch(`/api/orders/${id}`, { signal })).json(),
 *   until: payEndDttm,
 * });
 * return order.status === 'paid' ? <p>결제 완료</p> : <PayDeadline until={payEndDttm} />;
 */
export function useInsteadOrder(merchantUid: string, source: OrderSource): OrderState & { refresh: () => void } {
  checkSource(merchantUid, source);
  // The first source alone says how to begin; from then on the latest is asked.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const watch = useMemo(() => watchOrder(merchantUid, source), [merchantUid]);
  useInsertionEffect(() => watch.configure(source));
  const known = useSyncExternalStore(watch.subscribe, watch.get, watch.getInitial);
  const { status, error } = known;
  const { left } = useTimeLeft(status === 'waiting' ? (source.until ?? known.until) : null);
  return useMemo(() => {
    const { refresh } = watch;
    if (status !== 'waiting') return { status, merchantUid, refresh };
    return { status, merchantUid, timeLeft: left, ...(error === undefined ? {} : { error }), refresh };
  }, [watch, status, error, left, merchantUid]);
}

function checkSource(merchantUid: unknown, { read, interval }: Partial<OrderSource>): void {
  if (typeof merchantUid !== 'string' || merchantUid === '') {
    throw new TypeError("useInsteadOrder needs the order's merchantUid. Render the component once there is an order.");
  }
  if (typeof read !== 'function') {
    throw new TypeError(
      'useInsteadOrder needs read: the function that asks your server where the order stands. Nothing else can know.',
    );
  }
  if (interval !== undefined && !(interval > 0 && Number.isFinite(interval))) {
    throw new RangeError(
      'useInsteadOrder: interval is a number of milliseconds above 0. With less it would never rest.',
    );
  }
}
