import { InsteadError } from '../errors.ts';
import type { Gateway, InsteadStatus } from './gateway.ts';
import { createObservable } from './observable.ts';

/** The script's status before anybody has asked for it; what a server renders. */
export const NOT_LOADED: InsteadStatus = { status: 'idle' };

/**
 * Keeps the gateway that is mounted: follows its status, and lets it go once no payment needs it any more.
 * `untilFree` tells when the payment that runs on a gateway has ended; nothing, if none does.
 */
export function createGatewayKeeper(
  onStatus: (status: InsteadStatus) => void,
  untilFree: (gateway: Gateway) => Promise<unknown> | undefined,
) {
  const status = createObservable(NOT_LOADED);
  const retired = new WeakSet<Gateway>();
  let followed: Gateway | undefined;

  async function letGo(gateway: Gateway) {
    if (!retired.has(gateway)) return;
    if (followed === gateway) status.set(NOT_LOADED);
    await untilFree(gateway);
    // Mounted again meanwhile, it stays.
    if (retired.has(gateway)) gateway.dispose();
  }

  return {
    getStatus: status.get,
    subscribe: status.subscribe,
    isRetired: (gateway: Gateway) => retired.has(gateway),
    async connect(gateway: Gateway | undefined): Promise<void> {
      if (!gateway || retired.has(gateway)) throw new InsteadError('disposed');
      await gateway.connect();
    },
    /** Puts the gateway to work and returns the undo. */
    mount(gateway: Gateway, load: 'eager' | 'lazy'): () => void {
      const look = () => {
        const next = gateway.getStatus();
        if (next === status.get() || (next.status === 'idle' && status.get() === NOT_LOADED)) return;
        status.set(next);
        onStatus(next);
      };
      retired.delete(gateway);
      followed = gateway;
      const stop = gateway.subscribe(look);
      look();
      if (load === 'eager') gateway.connect().catch(() => {});
      return () => {
        stop();
        retired.add(gateway);
        // Strict Mode and Fast Refresh unmount and mount again at once. The script stays for them.
        queueMicrotask(() => void letGo(gateway));
      };
    },
  };
}
