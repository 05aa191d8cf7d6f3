'use client';
import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '@/lib/language';
import { getWords, type Words } from '@/words';

const Current = createContext<Language>('ko');

/** The language for everything below it that runs in the browser: a server component cannot pass it the texts, some are functions. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Current value={language}>{children}</Current>;
}

export const useLanguage = (): Language => useContext(Current);

/** Returns every text of the shop, in the language of the page. */
export const useWords = (): Words => getWords(useContext(Current));
