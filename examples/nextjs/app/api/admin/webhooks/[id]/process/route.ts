import { processAgain } from '@/lib/inbox';
import { refuseStranger } from '@/lib/refuse-stranger';
import { wakeWorker } from '@/lib/worker';

/** Has a rejected or undecided webhook processed again, by the queue. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const by = await refuseStranger(request);
  if (by instanceof Response) return by;
  const id = Number((await params).id);
  const outcome = Number.isSafeInteger(id) && (await processAgain(id, by)) ? 'requested' : 'nothing_to_process';
  wakeWorker();
  return Response.json({ outcome }, { status: outcome === 'requested' ? 202 : 409 });
}
