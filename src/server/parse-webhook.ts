import { InsteadError } from '../errors.ts';
import { isMerchantUid } from '../protocol/merchant-uid.ts';
import {
  WEBHOOK_PARAMETERS,
  WEBHOOK_STATUSES,
  type WebhookPayload,
  type WebhookStatus,
} from '../protocol/webhook-payload.ts';
import { toUrl } from './to-url.ts';

type Unchecked = { [Field in keyof WebhookPayload]?: unknown };

const FIELDS = Object.keys(WEBHOOK_PARAMETERS) as (keyof WebhookPayload)[];

/**
 * Parses the query of a webhook (guide, step 5).
 *
 * The payload is unsigned and anybody can send it: look the payment up at Instead before using it.
 *
 * `instead_uid`, `merchant_uid` and `status` must each occur once: 1 to 200 characters of UTF-8, without control characters,
 * without white space at either end, neither `.` nor `..`. The values are returned as they were sent, without trimming. Other
 * parameters are ignored, in any encoding: old Korean services send EUC-KR.
 *
 * @throws `InsteadError` with code `invalid_webhook`; its `issues` name the parameter. Respond with 400.
 * @throws `TypeError` for a framework's event or a request with a relative URL. The message names what to pass.
 * @example
 * import { parseWebhook } from 'react-instead-pay/server';
 * const { insteadUid, merchantUid, status } = parseWebhook(request);
 */
export const parseWebhook = (source: Request | URL | URLSearchParams): WebhookPayload => parseQuery(toQuery(source));

// By shape rather than by class: a URL may come from another global scope.
function toQuery(source: Request | URL | URLSearchParams): URLSearchParams {
  const { searchParams, getAll } = Object(source) as Partial<URL & URLSearchParams>;
  return searchParams ?? (getAll ? (source as URLSearchParams) : toUrl(source as Request).searchParams);
}

export function parseQuery(query: URLSearchParams): WebhookPayload {
  const unchecked: Unchecked = {};
  for (const field of FIELDS) {
    const values = query.getAll(WEBHOOK_PARAMETERS[field]);
    unchecked[field] = values.length === 1 && values[0];
  }
  return checkPayload(unchecked);
}

/** Returns the payload without other fields. Throws `invalid_webhook` for a field that breaks the rules of {@link parseWebhook}. */
export function checkPayload(unchecked: Unchecked): WebhookPayload {
  const payload: Unchecked = {};
  for (const field of FIELDS) {
    const value = (payload[field] = unchecked[field]);
    if (field === 'status' ? WEBHOOK_STATUSES.includes(value as WebhookStatus) : isMerchantUid(value)) continue;
    // Without the value: anybody can send it, and the message may end up in a log.
    const isGarbled = typeof value === 'string' && value.includes('\uFFFD');
    throw invalid(WEBHOOK_PARAMETERS[field], isGarbled ? 'must be UTF-8.' : 'is missing, duplicated or invalid.');
  }
  return payload as WebhookPayload;
}

export const invalid = (path: string, message: string) =>
  new InsteadError('invalid_webhook', { issues: [{ path, message }] });
