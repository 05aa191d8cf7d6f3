import { InsteadError } from '../errors.ts';
import { WEBHOOK_PARAMETERS, WEBHOOK_STATUSES, type WebhookPayload } from '../protocol/webhook-payload.ts';

// No control characters or line breaks, which end up in logs. No U+FFFD, to which broken UTF-8 and lone surrogates are decoded.
// No white space at the ends: code that trims later would store one payment under two keys.
const plain = /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}\uFFFD]{1,200}(?<!\s)$/u;

/**
 * Parses the query of a webhook (guide, step 5). The payload is unsigned: look the payment up at Instead before using it.
 *
 * `instead_uid`, `merchant_uid` and `status` must each occur once: 1 to 200 characters, without control characters, without
 * white space at either end. Nothing is trimmed or corrected. Other parameters are ignored.
 *
 * @throws `InsteadError`: `invalid_webhook`. Respond with 400.
 * @example
 * import { parseWebhook } from 'react-instead-pay/server';
 * const { insteadUid, merchantUid, status } = parseWebhook(request);
 */
export function parseWebhook(source: Request | URL | URLSearchParams): WebhookPayload {
  const query = toQuery(source);
  const read = (parameter: string): string => {
    const [value = '', ...more] = query.getAll(parameter);
    if (more.length || !plain.test(value)) throw malformed(parameter);
    return value;
  };
  const insteadUid = read(WEBHOOK_PARAMETERS.insteadUid);
  const merchantUid = read(WEBHOOK_PARAMETERS.merchantUid);
  const word = read(WEBHOOK_PARAMETERS.status);
  const status = WEBHOOK_STATUSES.find((known) => known === word);
  if (!status) throw malformed(WEBHOOK_PARAMETERS.status);
  return { insteadUid, merchantUid, status };
}

// By shape rather than by class: a framework's request may come from another global scope.
function toQuery(source: Request | URL | URLSearchParams): URLSearchParams {
  if ('url' in source) return new URL(source.url).searchParams;
  return 'searchParams' in source ? source.searchParams : source;
}

// Names the parameter and never its value: anybody can send the value, and the message may end up in a log.
const malformed = (parameter: string) =>
  new InsteadError('invalid_webhook', { issues: [{ path: parameter, message: 'is not what it should be.' }] });
