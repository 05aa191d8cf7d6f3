import type { ReactNode } from 'react';
import { InsteadProvider, type InsteadErrorCode } from 'react-instead-pay';
import { LOCALES, type StoryLocale } from './locales.ts';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';

/** A shop with a mock adapter. */
export function StoryFrame({
  adapter,
  locale,
  children,
}: {
  adapter: MockAdapter;
  locale: StoryLocale;
  children: ReactNode;
}) {
  return (
    <InsteadProvider adapter={adapter} sandbox locale={LOCALES[locale]}>
      {children}
    </InsteadProvider>
  );
}

/** The steps that bring a payment into a state: reported to the adapter before the click. */
export interface MockScenario {
  /** The script is still loading. */
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
