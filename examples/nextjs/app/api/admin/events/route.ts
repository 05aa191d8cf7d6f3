import { readAdmin } from '@/lib/admin';
import { toEventStream } from '@/lib/event-stream';
import { orderFeed } from '@/lib/order-feed';

/** Notifies the admin page of changes. The page then fetches everything again. */
export async function GET(request: Request): Promise<Response> {
  if (!(await readAdmin())) return new Response(null, { status: 401 });
  return toEventStream(request, (send) => orderFeed().followAll(() => send('changed')));
}
