import { koLoading } from '../locales/ko-words.ts';
import type { PaymentWords } from '../locales/pay-locale.ts';

/**
 * Renders a loading message into the blank popup. Uses DOM calls and CSSOM only: the popup inherits the page's CSP, which would
 * block and report markup and inline styles.
 */
export function writeLoadingPage(
  { document }: Window,
  { lang, loading }: Pick<PaymentWords, 'lang' | 'loading'> = koLoading,
): void {
  const { documentElement, body } = document;
  documentElement.lang = lang;
  documentElement.style.colorScheme = 'light dark';
  body.style.cssText =
    'display:grid;place-content:center;min-height:90vh;font:16px/1.6 system-ui;text-align:center;word-break:keep-all';
  body.textContent = document.title = loading;
}
