'use client';
import { useState, type ReactNode } from 'react';
import { InsteadProvider } from 'react-instead-pay';
import type { ProviderSettings } from '@/lib/instead-settings';
import { useLanguage } from './language';

interface PayProviderProps {
  settings: ProviderSettings;
  nonce?: string;
  children: ReactNode;
}

/** The provider for the whole shop, so that a navigation does not load the script again. */
export function PayProvider({ settings, nonce, children }: PayProviderProps) {
  const language = useLanguage();
  // The policy is the document's, so its first nonce stays the right one, whatever a later rendering on the server says.
  const [first] = useState(nonce);
  return (
    <InsteadProvider {...settings} nonce={first} locale={language}>
      {children}
    </InsteadProvider>
  );
}
