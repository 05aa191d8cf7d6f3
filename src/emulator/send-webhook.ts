import { WEBHOOK_PARAMETERS, type WebhookPayload } from '../protocol/webhook-payload.ts';

const RESPONSE_TIMEOUT = 15_000;

/**
 * Sends one webhook to the Hook URI (guide, step 5): a GET that keeps the query of the address. Resolves with the status of the
 * response, or with a Korean message if there was none. Never rejects.
 */
export async function sendWebhook(
  deliver: (request: Request) => Promise<Response>,
  webhookUrl: string,
  { uid, merchantUid, status }: { uid: string } & Pick<WebhookPayload, 'merchantUid' | 'status'>,
): Promise<number | string> {
  const address = new URL(webhookUrl);
  address.searchParams.set(WEBHOOK_PARAMETERS.insteadUid, uid);
  address.searchParams.set(WEBHOOK_PARAMETERS.merchantUid, merchantUid);
  address.searchParams.set(WEBHOOK_PARAMETERS.status, status);
  const signal = AbortSignal.timeout(RESPONSE_TIMEOUT);
  try {
    // A redirect is not followed and counts as a failure. Browsers report its status as 0.
    const response = await deliver(new Request(address, { redirect: 'manual', signal }));
    return response.status || '응답 상태를 알 수 없어요';
  } catch {
    return signal.aborted ? `${RESPONSE_TIMEOUT / 1_000}초 동안 응답이 없었어요` : '연결하지 못했어요';
  }
}
