import type { OwedOutcome } from './decide-owed';
import { readOrderId } from './read-order-id';
import { refuseStranger } from './refuse-stranger';
import { wakeWorker } from './worker';

export interface OwedParams {
  params: Promise<{ id: string; uid: string }>;
}

const answers: Record<OwedOutcome, number> = { requested: 202, accepted: 200, not_owed: 409, order_changed: 409 };

/** The two routes in which a person decides about one payment. */
export async function decideOwed(
  request: Request,
  params: OwedParams['params'],
  decide: (orderId: string, insteadUid: string, by: string) => Promise<OwedOutcome>,
): Promise<Response> {
  const by = await refuseStranger(request);
  if (by instanceof Response) return by;
  const { id: given, uid } = await params;
  const id = readOrderId(given);
  const outcome = id ? await decide(id, decodeURIComponent(uid), by) : 'not_owed';
  wakeWorker();
  return Response.json({ outcome }, { status: answers[outcome] });
}
