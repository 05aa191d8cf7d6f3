import { reportCallbackError } from '../errors.ts';

export interface Store<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** Creates a store of one value, in the shape that `useSyncExternalStore` takes. */
export function createStore<T>(value: T): Store<T> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) {
        try {
          listener();
        } catch (error) {
          // A listener that throws must neither skip the other listeners nor keep a payment from settling.
          reportCallbackError(error);
        }
      }
    },
    subscribe(listener) {
      // Wrapped, so that subscribing the same function twice gives two subscriptions with their own cleanup.
      const entry = () => listener();
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
