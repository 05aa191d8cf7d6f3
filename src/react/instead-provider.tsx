import type { ReactElement, ReactNode } from 'react';
import { createStore } from '../payment/store.ts';
import { createPaymentStore } from '../payment/payment-store.ts';
import type { ConnectionOptions } from '../sdk/connection.ts';
import type { InsteadIdentity, SharedOptions } from '../sdk/create-instead-client.ts';
import { toScriptSource } from '../sdk/script-source.ts';
import { createScriptAdapter } from '../sdk/script-adapter.ts';
import { getOpenInBrowser } from '../sdk/open-in-browser.ts';
import { preloadScript } from './preload-script.ts';
import { InsteadContext } from './instead-context.ts';
import { useEffect, useInsertionEffect, useMemo, useState, useSyncExternalStore } from './react.ts';

/** What {@link InsteadProvider} takes. */
export type InsteadProviderProps = SharedOptions & InsteadIdentity & { children?: ReactNode };

/**
 * Loads Instead's script, in a frame of its own, and gives the components below it something to pay with
 * (guide, steps 2 and 3).
 *
 * The page's globals, prototypes and `onmessage` stay as they are. Renders on a server; loads in the browser alone. When it
 * unmounts, or `clientId` changes, a payment under way comes to its end first.
 *
 * @example
 * import { InsteadProvider, PayButton } from 'react-instead-pay';
 * <InsteadProvider clientId="my-shop" sandbox>
 *   <PayButton request={makeOrder} />
 * </InsteadProvider>
 */
export function InsteadProvider(props: InsteadProviderProps): ReactElement {
  const { adapter: given, clientId = '', sandbox, onEvent, locale = 'ko', load = 'eager', children } = props;
  const { apiUrl, scriptSrc, scriptIntegrity, timeouts } = props;
  // Compared by what they hold: lists and objects that are written inline are new with every render.
  const settings = JSON.stringify({ clientId, apiUrl, scriptSrc, scriptIntegrity, timeouts });

  // The document's policy knows the nonce that it came with. A later server render brings another, which it would refuse.
  const [nonce] = useState(props.nonce);
  const [store] = useState(createPaymentStore);
  const [shownLocale] = useState(() => createStore(locale));
  const adapter = useMemo(
    () =>
      given ??
      createScriptAdapter({ ...(JSON.parse(settings) as ConnectionOptions), nonce, getLocale: shownLocale.get }),
    [given, settings, nonce, shownLocale],
  );

  if (!given && load === 'eager') preloadScript(toScriptSource({ ...props, nonce }));

  // Before any other effect: a child may pay in its own.
  useInsertionEffect(() => {
    shownLocale.set(locale);
    store.configure({ adapter: adapter, sandbox, onEvent });
  });
  useEffect(() => store.mount(adapter, load), [store, adapter, load]);

  // A server cannot know: what it renders must not depend on it.
  const openInBrowser = useSyncExternalStore(store.subscribe, getOpenInBrowser, () => null);
  const value = useMemo(() => ({ store, locale, openInBrowser }), [store, locale, openInBrowser]);
  return <InsteadContext.Provider value={value}>{children}</InsteadContext.Provider>;
}
