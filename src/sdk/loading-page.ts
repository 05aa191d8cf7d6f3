import type { Locale } from '../payment/locale.ts';

const words: Record<Locale, string> = {
  ko: '요청을 준비하고 있어요. 잠시만 기다려 주세요.',
  en: 'Getting your request ready. One moment, please.',
};

/**
 * Writes "one moment" into the blank window. By DOM calls and CSSOM alone: markup and inline styles would be refused, and
 * reported, under the page's CSP, which the blank window inherits.
 */
export function writeLoadingPage({ document }: Window, locale: Locale): void {
  const { documentElement, body } = document;
  documentElement.lang = locale;
  documentElement.style.colorScheme = 'light dark';
  body.style.cssText =
    'display:grid;place-content:center;min-height:90vh;font:16px/1.6 system-ui;text-align:center;word-break:keep-all';
  body.textContent = document.title = words[locale];
}
