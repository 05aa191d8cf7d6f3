import { isOwnPage } from '@/lib/is-own-page';
import { toView } from '@/lib/order-view';
import { orders } from '@/lib/orders';
import { findOwnOrder } from '@/lib/shopper';

/** The shopper's page reports that the request was sent, which is all that it can report, as often as it likes. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const own = await findOwnOrder((await params).id);
  const order = own && (await orders.markSent(own.id));
  if (!order) return Response.json({ error: 'no such order' }, { status: 404 });
  return Response.json(await toView(order));
}
