import { reportCallbackError } from '../errors.ts';

export interface Observable<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** One value, and those who want to know when it becomes another. The shape that `useSyncExternalStore` takes. */
export function createObservable<T>(value: T): Observable<T> {
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
          // One listener's mistake is not the others'; least of all may it keep a payment from settling.
          reportCallbackError(error);
        }
      }
    },
    subscribe(listener) {
      // A wrapper, so that the same function given twice is two subscriptions and each undo ends its own.
      const entry = () => listener();
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
