import type { ReactNode } from 'react';
import { InsteadProvider, type InsteadErrorCode } from 'react-instead-pay';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';

/** A shop whose payment service is driven by hand. */
export function TestSite({
  gateway,
  locale,
  children,
}: {
  gateway: MockAdapter;
  locale: 'ko' | 'en';
  children: ReactNode;
}) {
  return (
    <InsteadProvider adapter={gateway} sandbox locale={locale}>
      {children}
    </InsteadProvider>
  );
}

/** What has to happen for a payment to come into a state: told to the gateway before the press. */
export interface MockScenario {
  /** The script is still on its way. */
  isLoading?: boolean;
  then?: (gateway: MockAdapter) => void;
}

export function createGatewayFor({ isLoading, then }: MockScenario): MockAdapter {
  const gateway = createMockAdapter();
  if (isLoading) gateway.loading();
  then?.(gateway);
  return gateway;
}

export const failing = (code: InsteadErrorCode): MockScenario => ({ then: (gateway) => gateway.fail(code) });
