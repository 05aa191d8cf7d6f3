import { InsteadError } from '../errors.ts';
import type { Locale } from '../payment/locale.ts';
import type { PaymentStore } from '../payment/payment-store.ts';
import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { createContext, useContext } from './react.ts';

interface InsteadContextValue {
  store: PaymentStore;
  locale: Locale;
  /** Where the payment window may not open. `null`: in an ordinary browser, on a server, and while hydrating. */
  openInBrowser: OpenInBrowser | null;
}

// It changes with the locale, and in an app's own browser once on hydration. What changes with a payment is subscribed to, so
// that a payment renders one button.
// Pure: who imports something else from the package must not pay for it.
export const InsteadContext = /* @__PURE__ */ createContext<InsteadContextValue | null>(null);

export function useInsteadContext(): InsteadContextValue {
  const value = useContext(InsteadContext);
  if (!value) throw new InsteadError('no_provider');
  return value;
}
