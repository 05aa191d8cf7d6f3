import { toEventStream } from '@/lib/event-stream';
import { toView } from '@/lib/order-view';
import { orders } from '@/lib/orders';
import { findOwnOrder } from '@/lib/shopper';

/** Tells the shopper's page how the order stands, now and whenever it changes. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const own = await findOwnOrder((await params).id);
  if (!own) return new Response(null, { status: 404 });
  return toEventStream(request, {
    async say() {
      const order = await orders.find(own.id);
      return order && toView(order);
    },
    subscribe: (listener) => orders.subscribe(own.id, listener),
  });
}
