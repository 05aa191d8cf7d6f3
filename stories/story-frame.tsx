import type { ReactNode } from 'react';
import { InsteadProvider, type InsteadErrorCode } from 'react-instead-pay';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';

/** A shop whose payment service is driven by hand. */
export function StoryFrame({
  adapter,
  locale,
  children,
}: {
  adapter: MockAdapter;
  locale: 'ko' | 'en';
  children: ReactNode;
}) {
  return (
    <InsteadProvider adapter={adapter} sandbox locale={locale}>
      {children}
    </InsteadProvider>
  );
}

/** What has to happen for a payment to come into a state: told to the adapter before the press. */
export interface MockScenario {
  /** The script is still on its way. */
  isLoading?: boolean;
  then?: (adapter: MockAdapter) => void;
}

export function createAdapterFor({ isLoading, then }: MockScenario): MockAdapter {
  const adapter = createMockAdapter();
  if (isLoading) adapter.loading();
  then?.(adapter);
  return adapter;
}

export const failing = (code: InsteadErrorCode): MockScenario => ({ then: (adapter) => adapter.fail(code) });
