import { readView, withClock } from '@/lib/order-view';
import { findOwnOrder, greetShopper } from '@/lib/shopper';

/** Returns an order's status: for browsers in which the live stream does not come through. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const order = await findOwnOrder((await params).id);
  if (!order) return Response.json({ error: 'no such order' }, { status: 404 });
  await greetShopper();
  const view = await readView(order.id);
  return Response.json(view && withClock(view), { headers: { 'Cache-Control': 'no-store' } });
}
