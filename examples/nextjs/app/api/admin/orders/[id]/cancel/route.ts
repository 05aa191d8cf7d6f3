import { cancelOrder, type CancelOutcome } from '@/lib/cancel-order';
import { readOrderId } from '@/lib/read-order-id';
import { refuseStranger } from '@/lib/refuse-stranger';
import { wakeWorker } from '@/lib/worker';

const answers: Record<CancelOutcome, number> = { requested: 202, done: 200, unknown_order: 404 };

/** Cancels an order. What paid it is returned by the queue, and the order changes when Instead confirms that. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const by = await refuseStranger(request);
  if (by instanceof Response) return by;
  const id = readOrderId((await params).id);
  const outcome = id ? await cancelOrder(id, by) : 'unknown_order';
  wakeWorker();
  return Response.json({ outcome }, { status: answers[outcome] });
}
