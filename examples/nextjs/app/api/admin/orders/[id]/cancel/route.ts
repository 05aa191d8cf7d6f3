import { isAdmin } from '@/lib/admin';
import { cancelOrder, type CancelOutcome } from '@/lib/cancel-order';
import { isOwnPage } from '@/lib/is-own-page';
import { orders } from '@/lib/orders';
import { readOrderId } from '@/lib/read-order-id';

const answers: Record<CancelOutcome, number> = {
  requested: 202,
  done: 200,
  nothing_to_cancel: 409,
  unknown_payment: 409,
};

/** Cancels an order. What was paid for it goes back through Instead, and the order changes when Instead says so. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  if (!(await isAdmin())) return Response.json({ error: 'for the staff only' }, { status: 401 });
  const id = readOrderId((await params).id);
  if (!id || !(await orders.find(id))) return Response.json({ error: 'no such order' }, { status: 404 });
  try {
    const outcome = await cancelOrder(id);
    return Response.json({ outcome }, { status: answers[outcome] });
  } catch (error) {
    console.error(`The order ${id} could not be cancelled`, error);
    return Response.json({ error: 'no answer from Instead' }, { status: 502 });
  }
}
