import type { OrderView } from '@/lib/order-view';

const TRIES = 5;

/** Reports to the server that the request was sent. `null`: it has no such order. */
export async function reportSent(id: string): Promise<OrderView | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      // keepalive: the shopper may be leaving.
      const response = await fetch(`/api/orders/${encodeURIComponent(id)}/sent`, { method: 'POST', keepalive: true });
      if (response.ok) return (await response.json()) as OrderView;
      if (response.status < 500) return null;
    } catch {
      // The network may come back.
    }
    if (attempt === TRIES) return null;
    await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
  }
}
