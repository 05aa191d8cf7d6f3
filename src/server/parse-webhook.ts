import { InsteadError } from '../errors.ts';
import { WEBHOOK_PARAMETERS, WEBHOOK_STATUSES, type WebhookPayload } from '../protocol/webhook-payload.ts';

// Control characters and line breaks would end up in logs. U+FFFD is what invalid UTF-8 and lone surrogates are decoded to.
// White space at an end: code that trims it later would store one payment under two keys.
const plain = /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}\uFFFD]{1,200}(?<!\s)$/u;

/**
 * Parses the query of a webhook (guide, step 5).
 *
 * The payload is unsigned and anybody can send it: look the payment up at Instead before using it.
 *
 * `instead_uid`, `merchant_uid` and `status` must each occur once: 1 to 200 characters, without control characters, without
 * white space at either end. The values are returned as they were sent, without trimming. Other parameters are ignored.
 *
 * @throws `InsteadError` with code `invalid_webhook`; its `issues` name the parameter. Respond with 400.
 * @example
 * import { parseWebhook } from 'react-instead-pay/server';
 * const { insteadUid, merchantUid, status } = parseWebhook(request);
 */
export function parseWebhook(source: Request | URL | URLSearchParams): WebhookPayload {
  const query = toQuery(source);
  const read = (parameter: string): string => {
    const [value = '', ...duplicates] = query.getAll(parameter);
    if (duplicates.length || !plain.test(value)) throw invalid(parameter);
    return value;
  };
  const insteadUid = read(WEBHOOK_PARAMETERS.insteadUid);
  const merchantUid = read(WEBHOOK_PARAMETERS.merchantUid);
  const value = read(WEBHOOK_PARAMETERS.status);
  const status = WEBHOOK_STATUSES.find((each) => each === value);
  if (!status) throw invalid(WEBHOOK_PARAMETERS.status);
  return { insteadUid, merchantUid, status };
}

// By shape rather than by class: a framework's request may come from another global scope.
function toQuery(source: Request | URL | URLSearchParams): URLSearchParams {
  if ('url' in source) return new URL(source.url).searchParams;
  return 'searchParams' in source ? source.searchParams : source;
}

// Only the parameter: anybody can send the value, and the message may end up in a log.
const invalid = (parameter: string) =>
  new InsteadError('invalid_webhook', { issues: [{ path: parameter, message: 'is missing, duplicated or invalid.' }] });
