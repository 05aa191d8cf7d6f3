import { createContext, useContext } from 'react';
import { InsteadError } from '../errors.ts';
import type { Locale } from '../payment/locale.ts';
import type { PaymentStore } from '../payment/payment-store.ts';

interface InsteadContextValue {
  store: PaymentStore;
  locale: Locale;
}

// It changes with the locale alone. What changes with a payment is subscribed to, so that a payment renders one button.
export const InsteadContext = createContext<InsteadContextValue | null>(null);
InsteadContext.displayName = 'InsteadContext';

export function useInsteadContext(): InsteadContextValue {
  const value = useContext(InsteadContext);
  if (!value) throw new InsteadError('no_provider');
  return value;
}
