import { isAdmin } from '@/lib/admin';
import { toEventStream } from '@/lib/event-stream';
import { orders } from '@/lib/orders';

/** Notifies the admin page of a change. The page then fetches the orders again. */
export async function GET(request: Request): Promise<Response> {
  if (!(await isAdmin())) return new Response(null, { status: 401 });
  return toEventStream(request, {
    say: async () => 'changed',
    subscribe: (listener) => orders.subscribe(null, listener),
  });
}
