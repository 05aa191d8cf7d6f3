import { InsteadError } from '../errors.ts';
import type { InsteadAdapter, ScriptStatus } from './adapter.ts';
import { createStore } from './store.ts';

/** The script status before anything is loaded; the one that a server renders. */
export const NOT_LOADED: ScriptStatus = { status: 'idle' };

/**
 * Tracks the mounted adapter: publishes its status, and disposes of it after the last payment on it has settled.
 * `whenFree` returns a promise for the payment in progress on an adapter, or nothing if there is none.
 */
export function createAdapterLifecycle(
  onStatus: (status: ScriptStatus) => void,
  whenFree: (adapter: InsteadAdapter) => Promise<unknown> | undefined,
) {
  const status = createStore(NOT_LOADED);
  const retired = new WeakSet<InsteadAdapter>();
  let mounted: InsteadAdapter | undefined;

  async function disposeIfRetired(adapter: InsteadAdapter) {
    if (!retired.has(adapter)) return;
    if (mounted === adapter) status.set(NOT_LOADED);
    await whenFree(adapter);
    // It may have been mounted again while the payment was in progress.
    if (retired.has(adapter)) adapter.dispose();
  }

  return {
    getStatus: status.get,
    subscribe: status.subscribe,
    isRetired: (adapter: InsteadAdapter) => retired.has(adapter),
    async connect(adapter: InsteadAdapter | undefined): Promise<void> {
      if (!adapter || retired.has(adapter)) throw new InsteadError('disposed');
      await adapter.connect();
    },
    /** Subscribes to the adapter, loads it if `eager`, and returns the cleanup function. */
    mount(adapter: InsteadAdapter, load: 'eager' | 'lazy'): () => void {
      const updateStatus = () => {
        const next = adapter.getStatus();
        if (next === status.get() || (next.status === 'idle' && status.get() === NOT_LOADED)) return;
        status.set(next);
        onStatus(next);
      };
      retired.delete(adapter);
      mounted = adapter;
      const unsubscribe = adapter.subscribe(updateStatus);
      updateStatus();
      if (load === 'eager') adapter.connect().catch(() => {});
      return () => {
        unsubscribe();
        retired.add(adapter);
        // Strict Mode and Fast Refresh unmount and mount again in the same task. The script is kept for them.
        queueMicrotask(() => void disposeIfRetired(adapter));
      };
    },
  };
}
