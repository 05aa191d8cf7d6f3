import { readWebhook } from '@/lib/read-webhook';
import { receive } from '@/lib/receive-webhook';

export const dynamic = 'force-dynamic';

const respond = (status: number): Response =>
  new Response(String(status), { status, headers: { 'Cache-Control': 'no-store' } });

/**
 * The Hook URI to register with Instead (guide, step 5). A webhook is stored before it is processed: what is not decided now, the
 * queue tries again, whether Instead sends it a second time or not.
 */
export async function GET(request: Request): Promise<Response> {
  const payload = readWebhook(request);
  if (typeof payload === 'number') return respond(payload);
  try {
    return respond(await receive(payload));
  } catch (error) {
    // Nothing is stored. Any answer but 200 makes Instead send it again.
    console.error('A webhook could not be stored', error);
    return respond(500);
  }
}

/** Link scanners send HEAD. Without this, Next would answer it with GET. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } });
