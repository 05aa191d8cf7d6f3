import type { ReactElement, ReactNode } from 'react';
import { createStore } from '../payment/store.ts';
import { checkTimeouts } from '../payment/check-timeouts.ts';
import { toScriptSource } from '../protocol/script-source.ts';
import { createPaymentStore } from '../payment/payment-store.ts';
import type { ConnectionOptions } from '../sdk/connection.ts';
import type { InsteadIdentity, SharedOptions } from '../sdk/create-instead-client.ts';
import { createScriptAdapter } from '../sdk/script-adapter.ts';
import { getOpenInBrowser } from '../sdk/open-in-browser.ts';
import { preloadScript } from './preload-script.ts';
import { InsteadContext } from './instead-context.ts';
import { useEffect, useInsertionEffect, useMemo, useState, useSyncExternalStore } from './react.ts';

/** The props of {@link InsteadProvider}. */
export type InsteadProviderProps = SharedOptions & InsteadIdentity & { children?: ReactNode };

/**
 * Loads Instead's script into a hidden frame and provides it to the components below (guide, steps 2 and 3).
 *
 * The page's globals, prototypes and `onmessage` do not change. Renders on a server; loads in the browser only. When it
 * unmounts, or `clientId` changes, a payment in progress settles first.
 *
 * @throws `RangeError` for a time-out that is not above 0
 * @example
 * import type { ReactNode } from 'react';
 * import { InsteadProvider } from 'react-instead-pay';
 *
 * function App({ children }: { children: ReactNode }) {
 *   return (
 *     <InsteadProvider clientId="my-shop" sandbox>
 *       {children}
 *     </InsteadProvider>
 *   );
 * }
 */
export function InsteadProvider(props: InsteadProviderProps): ReactElement {
  const { adapter: given, clientId = '', sandbox, onEvent, locale, load = 'eager', children } = props;
  const { apiUrl, scriptSrc, scriptIntegrity, timeouts } = props;
  checkTimeouts(timeouts);
  // Compared by value: inline arrays and objects are new in each render.
  const settings = JSON.stringify({ clientId, apiUrl, scriptSrc, scriptIntegrity, timeouts });

  // The document's policy has the nonce of the first render. A later server render brings another, which it would refuse.
  const [nonce] = useState(props.nonce);
  const [store] = useState(createPaymentStore);
  const [shownLocale] = useState(() => createStore(locale));
  const adapter = useMemo(
    () =>
      given ??
      createScriptAdapter({
        ...(JSON.parse(settings, readInfinity) as ConnectionOptions),
        nonce,
        getLocale: shownLocale.get,
      }),
    [given, settings, nonce, shownLocale],
  );

  if (!given && load === 'eager') preloadScript(toScriptSource({ ...props, nonce }));

  // Before any other effect: a child may call pay() in its own.
  useInsertionEffect(() => {
    shownLocale.set(locale);
    store.configure({ adapter, sandbox, onEvent, orderTimeout: timeouts?.order });
    // The effect below waits for the paint: a tenth of a second on a slow phone. As a microtask, since an insertion effect may
    // not update other components.
    if (load === 'eager') queueMicrotask(store.warmUp);
  });
  useEffect(() => store.mount(adapter, load), [store, adapter, load]);

  // A server cannot detect this: what it renders must not depend on it.
  const openInBrowser = useSyncExternalStore(store.subscribe, getOpenInBrowser, () => null);
  const value = useMemo(() => ({ store, clientId, locale, openInBrowser }), [store, clientId, locale, openInBrowser]);
  return <InsteadContext.Provider value={value}>{children}</InsteadContext.Provider>;
}

// JSON has no Infinity, and writes null.
const readInfinity = (_: string, value: unknown): unknown => value ?? Infinity;
