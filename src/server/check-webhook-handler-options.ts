import type { WebhookHandlerOptions } from './webhook-handler-options.ts';

const functions = ['lookupPayment', 'findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const;

/**
 * Returns what is wrong with the options, or `null`. The sentences stay in production builds, where an environment variable is
 * most likely to be missing.
 */
export function checkWebhookHandlerOptions(
  options: { readonly [Name in keyof WebhookHandlerOptions]?: unknown } | undefined,
): string | null {
  const missing = functions.find((name) => typeof options?.[name] !== 'function');
  if (missing) {
    return `createWebhookHandler() has no ${missing}. A notice is unsigned: without it a payment is believed unchecked, or lost. Give a function.`;
  }
  const secret = options?.secret;
  if (secret !== undefined && (typeof secret !== 'string' || !secret.trim())) {
    return 'createWebhookHandler() has an empty secret. It would let everybody in. Set it, or leave it out.';
  }
  return null;
}
