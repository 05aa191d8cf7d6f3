import { parseWebhook, type WebhookPayload } from 'react-instead-pay/server';
import { isSame } from './signature';

/** Returns the payload of a webhook, or the status for a caller without the secret (403) or with an invalid query (400). */
export function readWebhook(request: Request): WebhookPayload | 403 | 400 {
  // Read per request: a build without the variable serves a shop that has it.
  const secret = process.env.INSTEAD_WEBHOOK_SECRET;
  const key = new URL(request.url).searchParams.get('key') ?? '';
  // An empty one stops the shop at its start. If it gets here all the same, nobody has it.
  if (secret !== undefined && !(secret.trim() && isSame(key, secret))) return 403;
  try {
    return parseWebhook(request);
  } catch {
    return 400;
  }
}
