import { InsteadError } from '../errors.ts';
import type { PayLocale } from '../locales/pay-locale.ts';
import type { PaymentStore } from '../payment/payment-store.ts';
import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { createContext, useContext } from './react.ts';

interface InsteadContextValue {
  store: PaymentStore;
  clientId: string;
  /** `undefined`: Korean. Each component has its own Korean texts, so that an app loads only those it shows. */
  locale: PayLocale | undefined;
  /** How to leave an in-app browser. `null` in an ordinary browser, on a server, and while hydrating. */
  openInBrowser: OpenInBrowser | null;
}

// The context changes with the locale, and in an in-app browser once after hydration. A payment's state is subscribed to, so
// that a payment renders one button only.
// Pure, for tree-shaking.
export const InsteadContext = /* @__PURE__ */ createContext<InsteadContextValue | null>(null);

export function useInsteadContext(): InsteadContextValue {
  const value = useContext(InsteadContext);
  if (!value) throw new InsteadError('no_provider');
  return value;
}
