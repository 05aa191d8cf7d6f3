import type { ScriptStatus } from '../payment/adapter.ts';
import { NOT_LOADED } from '../payment/adapter-lifecycle.ts';
import { useInsteadContext } from './instead-context.ts';
import { useMemo, useSyncExternalStore } from './react.ts';

/**
 * Returns the status of Instead's script, with its `error` if it `failed`, and a function that loads it again.
 *
 * `pay()` need not wait for `ready`: an early click waits for the script.
 *
 * @returns the status, its `error` if it `failed`, and `retry`
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { useInsteadScript } from 'react-instead-pay';
 *
 * function ScriptError() {
 *   const script = useInsteadScript();
 *   return script.status === 'failed' ? <button onClick={script.retry}>{script.error.code}</button> : null;
 * }
 */
export function useInsteadScript(): ScriptStatus & { retry: () => void } {
  const { store } = useInsteadContext();
  const status = useSyncExternalStore(store.subscribe, store.getStatus, () => NOT_LOADED);
  return useMemo(() => ({ ...status, retry: store.load }), [status, store]);
}
