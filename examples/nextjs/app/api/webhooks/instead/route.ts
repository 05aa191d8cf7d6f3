import type { WebhookPayload } from 'react-instead-pay/server';
import { decideWebhook, receiveWebhook } from '@/lib/inbox';
import { processWebhook } from '@/lib/process-webhook';
import { readWebhook } from '@/lib/read-webhook';

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

async function receive(payload: WebhookPayload): Promise<number> {
  const id = await receiveWebhook(payload);
  const decision = await processWebhook(payload);
  try {
    await decideWebhook(id, decision);
  } catch (error) {
    // The payment is decided, and the answer stays. The queue finds the same, and writes it down.
    console.error('The answer of a webhook could not be stored', error);
  }
  return decision.status;
}
