import type { ScriptStatus } from '../payment/adapter.ts';
import { NOT_LOADED } from '../payment/adapter-lifecycle.ts';
import { useInsteadContext } from './instead-context.ts';
import { useMemo, useSyncExternalStore } from './react.ts';

/**
 * Returns whether Instead's script is loaded and has its token, and a function that retries after a failure.
 *
 * `pay()` need not wait for `ready`: an early click waits for the script.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useInsteadScript } from 'react-instead-pay';
 * const instead = useInsteadScript();
 * if (instead.status === 'failed') return <button onClick={instead.retry}>{instead.error.code}</button>;
 */
export function useInsteadScript(): ScriptStatus & { retry: () => void } {
  const { store } = useInsteadContext();
  const status = useSyncExternalStore(store.subscribe, store.getStatus, () => NOT_LOADED);
  return useMemo(() => ({ ...status, retry: store.load }), [status, store]);
}
