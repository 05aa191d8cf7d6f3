import type { WebhookHandlerOptions } from './webhook-handler-options.ts';

const functions = ['lookupPayment', 'findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const;

/**
 * Throws a `TypeError` if an option is missing or invalid. Production builds keep the messages: there, an environment variable is
 * most likely to be missing.
 */
export function checkWebhookHandlerOptions(
  options: { readonly [Name in keyof WebhookHandlerOptions]?: unknown } | undefined,
): void {
  for (const name of functions) {
    if (typeof options?.[name] === 'function') continue;
    throw new TypeError(
      `createWebhookHandler(): \`${name}\` is required and must be a function. Without it a payment would be unverified or lost.`,
    );
  }
  const secret = options?.secret;
  if (secret !== undefined && typeof secret !== 'function') checkSecret(secret);
}

/** Throws a `TypeError` for a secret that is not a string, or empty. */
export function checkSecret(secret: unknown): asserts secret is string {
  if (typeof secret === 'string' && secret.trim()) return;
  throw new TypeError(
    '`secret` must be a non-empty string. Without it every webhook would be accepted. Set or omit it.',
  );
}
