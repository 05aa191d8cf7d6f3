import { InsteadError } from '../errors.ts';
import { isMerchantUid } from '../protocol/merchant-uid.ts';
import { WEBHOOK_PARAMETERS, WEBHOOK_STATUSES, type WebhookPayload } from '../protocol/webhook-payload.ts';
import { toUrl } from './to-url.ts';

type Unchecked = Record<keyof WebhookPayload, unknown>;

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
export function parseWebhook(source: Request | URL | URLSearchParams): WebhookPayload {
  const query = toQuery(source);
  const read = (parameter: string) => {
    const [value, ...duplicates] = query.getAll(parameter);
    return duplicates.length ? null : value;
  };
  return checkPayload({
    insteadUid: read(WEBHOOK_PARAMETERS.insteadUid),
    merchantUid: read(WEBHOOK_PARAMETERS.merchantUid),
    status: read(WEBHOOK_PARAMETERS.status),
  });
}

/** Returns the payload without other fields. Throws `invalid_webhook` for a field that breaks the rules of {@link parseWebhook}. */
export function checkPayload({ insteadUid, merchantUid, status }: Unchecked): WebhookPayload {
  if (!isMerchantUid(insteadUid)) throw wrong(WEBHOOK_PARAMETERS.insteadUid, insteadUid);
  if (!isMerchantUid(merchantUid)) throw wrong(WEBHOOK_PARAMETERS.merchantUid, merchantUid);
  const known = WEBHOOK_STATUSES.find((each) => each === status);
  if (!known) throw wrong(WEBHOOK_PARAMETERS.status, status);
  return { insteadUid, merchantUid, status: known };
}

// By shape rather than by class: a URL may come from another global scope.
function toQuery(source: Request | URL | URLSearchParams): URLSearchParams {
  const { searchParams, getAll } = Object(source) as Partial<URL & URLSearchParams>;
  return searchParams ?? (getAll ? (source as URLSearchParams) : toUrl(source as Request).searchParams);
}

// Without the value: anybody can send it, and the message may end up in a log.
const wrong = (path: string, value: unknown) =>
  invalid(
    path,
    typeof value === 'string' && value.includes('\uFFFD') ? 'must be UTF-8.' : 'is missing, duplicated or invalid.',
  );

export const invalid = (path: string, message: string) =>
  new InsteadError('invalid_webhook', { issues: [{ path, message }] });
