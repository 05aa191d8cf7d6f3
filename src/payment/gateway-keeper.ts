import { InsteadError } from '../errors.ts';
import { toScriptEvent, type InsteadEvent } from './event.ts';
import type { Gateway, InsteadStatus } from './gateway.ts';
import { createObservable } from './observable.ts';

/** The script's status before anybody has asked for it; what a server renders. */
export const NOT_LOADED: InsteadStatus = Object.freeze({ status: 'idle' });

/**
 * Keeps the gateway that is mounted: follows its status, and lets it go once no payment needs it any more.
 * `untilFree` tells when the payment that runs on a gateway has ended; nothing, if none does.
 */
export function createGatewayKeeper(
  emit: (event: InsteadEvent) => void,
  untilFree: (gateway: Gateway) => Promise<unknown> | undefined,
) {
  const status = createObservable<InsteadStatus>(NOT_LOADED);
  const mounted = new Set<Gateway>();
  const retired = new WeakSet<Gateway>();
  let followed: Gateway | undefined;

  function follow(gateway: Gateway): () => void {
    const look = () => {
      const [before, next] = [status.get(), gateway.getStatus()];
      if (next === before || (next.status === 'idle' && before.status === 'idle')) return;
      status.set(next);
      emit(toScriptEvent(next, Date.now()));
    };
    followed = gateway;
    const stop = gateway.subscribe(look);
    look();
    return stop;
  }

  function retire(gateway: Gateway): void {
    retired.add(gateway);
    if (followed === gateway) status.set(NOT_LOADED);
    const dispose = () => {
      if (retired.has(gateway)) gateway.dispose();
    };
    const free = untilFree(gateway);
    if (free) void free.then(dispose);
    else dispose();
  }

  async function connect(gateway: Gateway | undefined): Promise<void> {
    if (!gateway || retired.has(gateway)) throw new InsteadError('disposed');
    await gateway.connect();
  }

  return {
    getStatus: status.get,
    subscribe: status.subscribe,
    isRetired: (gateway: Gateway) => retired.has(gateway),
    connect,
    retire,
    /** Puts the gateway to work and returns the undo. */
    mount(gateway: Gateway, load: 'eager' | 'lazy'): () => void {
      mounted.add(gateway);
      retired.delete(gateway);
      const stop = follow(gateway);
      if (load === 'eager') gateway.connect().catch(() => {});
      return () => {
        stop();
        mounted.delete(gateway);
        // Strict Mode and Fast Refresh unmount and mount again at once. The script stays for them.
        queueMicrotask(() => {
          if (!mounted.has(gateway)) retire(gateway);
        });
      };
    },
  };
}
