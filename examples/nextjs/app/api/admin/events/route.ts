import { isAdmin } from '@/lib/admin';
import { toEventStream } from '@/lib/event-stream';
import { orders } from '@/lib/orders';

/** Tells the admin page that something has changed. What, it reads anew. */
export async function GET(request: Request): Promise<Response> {
  if (!(await isAdmin())) return new Response(null, { status: 401 });
  return toEventStream(request, {
    say: async () => 'changed',
    subscribe: (listener) => orders.subscribe(null, listener),
  });
}
