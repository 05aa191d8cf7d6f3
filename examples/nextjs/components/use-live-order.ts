import { useEffect, useState } from 'react';
import type { OrderView } from '@/lib/order-view';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 15_000;

/** The order as the server tells it: live, or by asking again and again where the stream does not come through. */
export function useLiveOrder(first: OrderView): OrderView {
  const [order, setOrder] = useState(first);
  const { id } = first;
  const isOver = order.status === 'paid' || order.status === 'cancelled';

  // A browser keeps no more than six connections to a shop: an order that is over gives its own back.
  useEffect(() => (isOver ? undefined : followOrder(id, setOrder)), [id, isOver]);
  return order;
}

function followOrder(id: string, onOrder: (order: OrderView) => void): () => void {
  const address = `/api/orders/${encodeURIComponent(id)}`;
  const leaving = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;

  const ask = async () => {
    try {
      const response = await fetch(address, { signal: leaving.signal });
      if (response.ok) onOrder((await response.json()) as OrderView);
    } catch {
      // Asked again below.
    }
    if (!leaving.signal.aborted) timer = setTimeout(() => void ask(), wait);
    wait = Math.min(wait * 1.5, LONGEST_WAIT);
  };

  const stream = new EventSource(`${address}/events`);
  // The stream begins with the order. One that says nothing is held back somewhere on the way.
  timer = setTimeout(() => void ask(), FIRST_WAIT);
  stream.onmessage = ({ data }: MessageEvent<string>) => {
    clearTimeout(timer);
    wait = FIRST_WAIT;
    onOrder(JSON.parse(data) as OrderView);
  };
  // A stream that breaks is opened again by the browser. Meanwhile, or if it gives up, asking goes on.
  stream.onerror = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), wait);
  };
  return () => {
    leaving.abort();
    clearTimeout(timer);
    stream.close();
  };
}
