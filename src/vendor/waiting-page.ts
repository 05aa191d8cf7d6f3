import type { Locale } from '../payment/locale.ts';

const words: Record<Locale, { title: string; text: string }> = {
  ko: { title: '결제를 부탁해', text: '요청을 준비하고 있어요. 잠시만 기다려 주세요.' },
  en: { title: 'Ask to pay', text: 'Getting your request ready. One moment, please.' },
};

/**
 * Writes "one moment" into the blank window. By DOM calls and CSSOM alone: markup and inline styles would be refused, and
 * reported, under the page's CSP, which the blank window inherits.
 */
export function writeWaitingPage({ document }: Window, locale: Locale): void {
  const { title, text } = words[locale];
  document.title = title;
  document.documentElement.lang = locale;
  document.documentElement.style.colorScheme = 'light dark';
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  message.textContent = text;
  Object.assign(message.style, { margin: '0', maxWidth: '18em', textAlign: 'center', wordBreak: 'keep-all' });
  Object.assign(document.body.style, {
    margin: '0',
    padding: '24px',
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'grid',
    placeContent: 'center',
    font: '16px/1.6 system-ui, sans-serif',
  });
  document.body.append(message);
}
