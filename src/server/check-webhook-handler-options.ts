import type { WebhookHandlerOptions } from './webhook-handler-options.ts';

const functions = ['lookupPayment', 'findOrder', 'onPaid', 'onCancelled', 'onFailed'] as const;

/**
 * Returns what is wrong with the options, or `null`. Production builds keep the messages: there, an environment variable is most
 * likely to be missing.
 */
export function checkWebhookHandlerOptions(
  options: { readonly [Name in keyof WebhookHandlerOptions]?: unknown } | undefined,
): string | null {
  const missing = functions.find((name) => typeof options?.[name] !== 'function');
  if (missing) {
    return `createWebhookHandler(): \`${missing}\` is required and must be a function. ${consequence(missing)}`;
  }
  const secret = options?.secret;
  if (secret !== undefined && (typeof secret !== 'string' || !secret.trim())) {
    return 'createWebhookHandler(): `secret` must be a non-empty string. An empty one would accept every webhook. Set it, or omit it.';
  }
  return null;
}

function consequence(name: (typeof functions)[number]): string {
  if (name === 'lookupPayment') return 'Without it a payment would be accepted unverified.';
  if (name === 'findOrder') return 'Without it the amount cannot be compared.';
  return 'Without it a change of the payment would be lost.';
}
