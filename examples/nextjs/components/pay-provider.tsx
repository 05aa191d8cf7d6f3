'use client';
import { useState, type ReactNode } from 'react';
import { InsteadProvider } from 'react-instead-pay';
import { en, ko } from 'react-instead-pay/locales';
import type { Language } from '@/lib/language';
import type { ProviderSettings } from '@/lib/instead-settings';
import { useLanguage } from './language';

interface PayProviderProps {
  settings: ProviderSettings;
  nonce?: string;
  children: ReactNode;
}

const locales: Record<Language, typeof ko> = { ko, en };

/** The provider for the whole shop, so that a navigation does not load the script again. */
export function PayProvider({ settings, nonce, children }: PayProviderProps) {
  const language = useLanguage();
  // The policy is the document's, so its first nonce stays the right one, whatever nonce a later server render has.
  const [first] = useState(nonce);
  return (
    <InsteadProvider {...settings} nonce={first} locale={locales[language]}>
      {children}
    </InsteadProvider>
  );
}
