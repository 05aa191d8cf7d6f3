import { StrictMode, type ReactElement } from 'react';
import {
  InsteadProvider,
  PayButton,
  PayOverlay,
  useCurrentPayment,
  useInsteadScript,
  useInsteadPay,
  type InsteadProviderProps,
} from 'react-instead-pay';
import { makeRequest } from '../support/make-request.ts';

/** One of each, as a shop's page would have them. */
export function page({
  isStrict = true,
  ...props
}: Partial<InsteadProviderProps> & { isStrict?: boolean } = {}): ReactElement {
  const shop = (
    <InsteadProvider {...(props as { clientId: string })} clientId="shop" sandbox>
      <Words />
      <PayButton request={() => makeRequest()} />
      <PayButton request={makeRequest()}>{(state) => `둘째 ${state.status}`}</PayButton>
      <PayOverlay />
    </InsteadProvider>
  );
  return isStrict ? <StrictMode>{shop}</StrictMode> : shop;
}

function Words() {
  const instead = useInsteadScript();
  const { state, pay } = useInsteadPay();
  const current = useCurrentPayment();
  return (
    <p onClick={() => void pay(makeRequest())}>
      {instead.status}/{state.status}/{current.status}
    </p>
  );
}
