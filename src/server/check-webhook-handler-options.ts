import type { WebhookHandlerOptions } from './webhook-handler-options.ts';
import { wrongType } from './wrong-type.ts';

type Name = keyof WebhookHandlerOptions;
const required: readonly Name[] = ['lookupPayment', 'findOrder', 'onPaid', 'onCancelled', 'onFailed'];
const optional: readonly Name[] = ['isProcessed', 'onRejected', 'onError'];

/** Throws a `TypeError` if an option is missing or invalid. */
export function checkWebhookHandlerOptions(options: { readonly [Each in Name]?: unknown } = {}): void {
  const check = (name: Name, type: 'function' | 'boolean', isRequired?: boolean) => {
    const value = options[name];
    if (typeof value === type || (!isRequired && value === undefined)) return;
    throw wrongType(name, type, isRequired && 'function');
  };
  for (const name of required) check(name, 'function', true);
  // An error that is not reported would be a lost payment.
  for (const name of optional) check(name, 'function');
  check('sandbox', 'boolean');
  if (options.secret !== undefined && typeof options.secret !== 'function') checkSecret(options.secret);
}

/** Throws a `TypeError` for a secret that is not a string, or empty. In production an environment variable is most likely to be missing. */
export function checkSecret(secret: unknown): asserts secret is string {
  if (typeof secret === 'string' && secret.trim()) return;
  throw wrongType('secret', 'non-empty string', 'secret');
}
