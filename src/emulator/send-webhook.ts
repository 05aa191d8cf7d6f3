import { fetchWithin, type Fetch } from './fetch-within.ts';
import { WEBHOOK_PARAMETERS, type WebhookPayload } from '../protocol/webhook-payload.ts';

/** Why a webhook has no status: a browser hides that of a redirect. */
export type NoAnswer = 'unreachable' | 'timed_out' | 'status_hidden';

const RESPONSE_TIMEOUT = 15_000;

/**
 * Sends one webhook to the Hook URI (guide, step 5): a GET that keeps the query of the address. Resolves with the status of the
 * response, or with why there was none. Never rejects.
 */
export async function sendWebhook(
  deliver: Fetch,
  webhookUrl: string,
  { uid, merchantUid, status }: { uid: string } & Pick<WebhookPayload, 'merchantUid' | 'status'>,
): Promise<number | NoAnswer> {
  const address = new URL(webhookUrl);
  address.searchParams.set(WEBHOOK_PARAMETERS.insteadUid, uid);
  address.searchParams.set(WEBHOOK_PARAMETERS.merchantUid, merchantUid);
  address.searchParams.set(WEBHOOK_PARAMETERS.status, status);
  try {
    // A redirect is not followed and counts as a failure. Browsers report its status as 0.
    return await fetchWithin(
      RESPONSE_TIMEOUT,
      deliver,
      [address, { redirect: 'manual' }],
      ({ status }) => status || 'status_hidden',
    );
  } catch (error) {
    return (Object(error) as Error).name === 'TimeoutError' ? 'timed_out' : 'unreachable';
  }
}
