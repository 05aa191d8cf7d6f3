/** Throws a `TypeError` for arguments with which nothing would be reconciled. */
export function checkReconcileArguments(orders: unknown, options: unknown): void {
  // A string is an iterable of its characters.
  const iterable =
    typeof orders === 'object' && orders !== null && (Symbol.iterator in orders || Symbol.asyncIterator in orders);
  if (!iterable) throw wrong('orders', "an iterable of order numbers. Pass an array: ['order-1042']");
  const { lookupByOrder, process, concurrency, signal, onError } = Object(options) as Record<string, unknown>;
  if (typeof lookupByOrder !== 'function')
    throw wrong('lookupByOrder', 'a function that returns the payments of an order number');
  if (typeof process !== 'function')
    throw wrong('process', 'a function. Pass the one that createWebhookHandler() returns');
  if (concurrency !== undefined && !(Number.isSafeInteger(concurrency) && (concurrency as number) > 0))
    throw wrong('concurrency', 'a positive integer');
  // By shape rather than by class: a signal may come from another global scope.
  if (signal !== undefined && typeof (Object(signal) as AbortSignal).aborted !== 'boolean')
    throw wrong('signal', 'an AbortSignal. Pass `controller.signal` rather than the controller');
  if (onError !== undefined && typeof onError !== 'function')
    throw wrong('onError', 'a function. Omit it for the default');
}

const wrong = (name: string, expected: string) => new TypeError(`reconcile(): \`${name}\` must be ${expected}.`);
