import { isOwnPage } from '@/lib/is-own-page';
import { markSent } from '@/lib/mark-sent';
import { readView } from '@/lib/order-view';
import { findOwnOrder, greetShopper } from '@/lib/shopper';

/** The shopper's page reports that the request was sent. It may report that any number of times, and only that. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const own = await findOwnOrder((await params).id);
  if (!own) return Response.json({ error: 'no such order' }, { status: 404 });
  await greetShopper();
  await markSent(own.id);
  return Response.json(await readView(own.id));
}
