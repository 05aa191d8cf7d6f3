import { useState } from 'react';
import type { OrderReport, OrderStatusOptions, UseOrderStatusResult } from 'react-instead-pay';
import type { OrderReportView, OrderView } from '@/lib/order-view';

interface ShownOrder {
  view: OrderView;
  /** How `OrderStatus` gets the status from this shop's server: live, or by polling where the stream does not come through. */
  source: OrderStatusOptions;
  /** Returns the order with the status of `OrderStatus`, which may have come from another tab, ahead of this one's own view. */
  viewFor(status: UseOrderStatusResult['status']): OrderView;
}

/** Returns an order and its source. The library follows the status; what else the shop shows of an order comes along with it. */
export function useOrder(first: OrderView): ShownOrder {
  const [view, setView] = useState(first);
  function receive(next: OrderReportView): OrderReport {
    setView(next);
    return toReport(next);
  }
  return {
    view,
    source: {
      async fetchStatus(id, { signal }) {
        const response = await fetch(toAddress(id), { signal });
        if (!response.ok) throw new Error(`The order was answered ${response.status}`);
        return receive((await response.json()) as OrderReportView);
      },
      subscribe(id, onReport) {
        const stream = new EventSource(`${toAddress(id)}/events`);
        stream.onmessage = ({ data }: MessageEvent<string>) => onReport(receive(JSON.parse(data) as OrderReportView));
        return () => stream.close();
      },
      expiresAt: first.expiresAt,
      // Without a clock: the page may have been rendered a while ago.
      initialStatus: { status: toStatus(first), expiresAt: first.expiresAt },
    },
    viewFor: (status) => (toStatus(view) === status ? view : { ...view, status, stage: status }),
  };
}

const toAddress = (id: string): string => `/api/orders/${encodeURIComponent(id)}`;

// Whether the request has been sent already makes no difference to whether it has been paid.
const toStatus = ({ status }: OrderView) => (status === 'created' ? 'waiting' : status);

// `now` is the server's clock: those of phones are wrong by hours.
const toReport = (view: OrderReportView): OrderReport => ({
  status: toStatus(view),
  expiresAt: view.expiresAt,
  now: view.now,
});
