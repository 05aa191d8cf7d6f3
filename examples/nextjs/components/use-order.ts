import { useState } from 'react';
import { useOrderStatus, type OrderReport } from 'react-instead-pay';
import type { OrderView } from '@/lib/order-view';

/** The order as this shop's server tells it: live, or by asking again and again where the stream does not come through. */
export function useOrder(first: OrderView): OrderView {
  // The library follows the status. What else the shop shows of an order comes along with it.
  const [view, setView] = useState(first);
  const { status } = useOrderStatus(first.id, {
    async fetchStatus(id, { signal }) {
      const response = await fetch(toAddress(id), { signal });
      if (!response.ok) throw new Error(`The order was answered ${response.status}`);
      const next = (await response.json()) as OrderView;
      setView(next);
      return toReport(next);
    },
    subscribe(id, onReport) {
      const stream = new EventSource(`${toAddress(id)}/events`);
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        const next = JSON.parse(data) as OrderView;
        setView(next);
        onReport(toReport(next));
      };
      return () => stream.close();
    },
    expiresAt: first.expiresAt,
    initialStatus: toReport(first),
  });
  // The status may have come from another tab, ahead of this one's own view.
  if (status !== 'waiting') return { ...view, status };
  return { ...view, status: view.status === 'created' ? 'created' : 'waiting' };
}

const toAddress = (id: string): string => `/api/orders/${encodeURIComponent(id)}`;

// Whether the request has been sent already makes no difference to whether it has been paid.
function toReport({ status, expiresAt }: OrderView): OrderReport {
  return { status: status === 'created' || status === 'waiting' ? 'waiting' : status, expiresAt: expiresAt };
}
