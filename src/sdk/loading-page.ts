import type { Locale } from '../payment/locale.ts';

const words: Record<Locale, string> = {
  ko: '요청을 준비하고 있어요. 잠시만 기다려 주세요.',
  en: 'Getting your request ready. One moment, please.',
};

/**
 * Renders a loading message into the blank popup. Uses DOM calls and CSSOM only: the popup inherits the page's CSP, which would
 * block and report markup and inline styles.
 */
export function writeLoadingPage({ document }: Window, locale: Locale): void {
  const { documentElement, body } = document;
  documentElement.lang = locale;
  documentElement.style.colorScheme = 'light dark';
  body.style.cssText =
    'display:grid;place-content:center;min-height:90vh;font:16px/1.6 system-ui;text-align:center;word-break:keep-all';
  body.textContent = document.title = words[locale];
}
