import { toEventStream } from '@/lib/event-stream';
import { orderFeed } from '@/lib/order-feed';
import { withClock } from '@/lib/order-view';
import { findOwnOrder } from '@/lib/shopper';

/** Sends the shopper's page the order, now and whenever it changes. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const own = await findOwnOrder((await params).id);
  if (!own) return new Response(null, { status: 404 });
  return toEventStream(request, (send) => orderFeed().follow(own.id, (view) => send(withClock(view))));
}
