import { createContext, useContext } from 'react';
import { InsteadError } from '../errors.ts';
import type { Locale } from '../payment/locale.ts';
import type { PaymentStore } from '../payment/payment-store.ts';

interface InsteadContextValue {
  store: PaymentStore;
  locale: Locale;
}

// It changes with the locale alone. What changes with a payment is subscribed to, so that a payment renders one button.
// Pure: who imports something else from the package must not pay for it.
export const InsteadContext = /* @__PURE__ */ createContext<InsteadContextValue | null>(null);

export function useInsteadContext(): InsteadContextValue {
  const value = useContext(InsteadContext);
  if (!value) throw new InsteadError('no_provider');
  return value;
}
