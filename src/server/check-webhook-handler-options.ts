import type { WebhookHandlerOptions } from './webhook-handler-options.ts';

const required = ['lookupPayment', 'findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const;
const optional = ['isProcessed', 'onRejected', 'onError'] as const;

/**
 * Throws a `TypeError` if an option is missing or invalid. Production builds keep the messages: there, an environment variable is
 * most likely to be missing.
 */
export function checkWebhookHandlerOptions(
  options: { readonly [Name in keyof WebhookHandlerOptions]?: unknown } | undefined,
): void {
  for (const name of required) {
    if (typeof options?.[name] === 'function') continue;
    throw new TypeError(
      `createWebhookHandler(): \`${name}\` is required and must be a function. Without it a payment would be unverified or lost.`,
    );
  }
  const { secret, sandbox = false } = options!;
  // An error that nobody is told of would be a lost payment.
  const wrong = optional.find((name) => options![name] !== undefined && typeof options![name] !== 'function');
  if (wrong) throw new TypeError(`createWebhookHandler(): \`${wrong}\` must be a function. Omit it for the default.`);
  if (typeof sandbox !== 'boolean') {
    throw new TypeError(
      'createWebhookHandler(): `sandbox` must be a boolean. It is compared with that of the payment.',
    );
  }
  if (secret !== undefined && typeof secret !== 'function') checkSecret(secret);
}

/** Throws a `TypeError` for a secret that is not a string, or empty. */
export function checkSecret(secret: unknown): asserts secret is string {
  if (typeof secret === 'string' && secret.trim()) return;
  throw new TypeError(
    '`secret` must be a non-empty string. Without it every webhook would be accepted. Set or omit it.',
  );
}
