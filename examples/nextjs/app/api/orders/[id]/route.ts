import { toView } from '@/lib/order-view';
import { findOwnOrder } from '@/lib/shopper';

/** The status of an order, for browsers that the live stream does not reach. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const order = await findOwnOrder((await params).id);
  if (!order) return Response.json({ error: 'no such order' }, { status: 404 });
  return Response.json(await toView(order), { headers: { 'Cache-Control': 'no-store' } });
}
