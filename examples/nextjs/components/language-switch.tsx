'use client';
import type { Language } from '@/lib/language';
import { useLanguage } from './language';

const names: Record<Language, string> = { ko: '한국어', en: 'English' };

/** The link to the same page in the other language. Not a navigation inside the page: `<html lang>` and every text change. */
export function LanguageSwitch() {
  const other = useLanguage() === 'ko' ? 'en' : 'ko';
  return (
    <a className="language" href={`?lang=${other}`} hrefLang={other} lang={other}>
      {names[other]}
    </a>
  );
}
