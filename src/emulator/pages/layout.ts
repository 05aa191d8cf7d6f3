import { html, raw } from 'hono/html';
import type { View } from './language.ts';
import { styles } from './styles.ts';

export type Html = ReturnType<typeof html>;

/** Renders the layout of all pages. Each page shows 모의 결제, to distinguish it from the real service, and the language switch. */
export function layout(page: { title: string; view: View; isWide?: boolean; body: Html; script?: string }): Html {
  const { language, t, nonce, switchPath } = page.view;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${page.title} · ${t('모의 결제', 'Emulated payment')}</title>
        <style nonce="${nonce}">
          ${styles}
        </style>
      </head>
      <body>
        <header class="banner">
          ${language === 'ko' ? html`<b>모의 결제</b>` : html`<b lang="ko">모의 결제</b>`}
          ${t('실제로 결제되지 않아요', 'Emulated. No money moves')}
          <a href="${switchPath}" lang="${t('en', 'ko')}" hreflang="${t('en', 'ko')}">${t('English', '한국어')}</a>
        </header>
        <main class="${page.isWide ? 'wide' : ''}">${page.body}</main>
        ${
          page.script
            ? html`<script nonce="${nonce}">
                ${raw(page.script)};
              </script>`
            : ''
        }
      </body>
    </html>`;
}

/** Returns the Content-Security-Policy of a page with this nonce. */
export const policyFor = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src http: https: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Formats a number of won. */
export const won = (amount: number, { language }: View): string =>
  language === 'ko' ? `${amount.toLocaleString('ko-KR')}원` : `${amount.toLocaleString('en-US')} won`;

const inKorea = { timeZone: 'Asia/Seoul', hourCycle: 'h23' } as const;
const createFormats = (locale: string) => ({
  dateAndTime: new Intl.DateTimeFormat(locale, { ...inKorea, dateStyle: 'medium', timeStyle: 'short' }),
  timeOfDay: new Intl.DateTimeFormat(locale, { ...inKorea, timeStyle: 'medium' }),
});
const formats = { ko: createFormats('ko-KR'), en: createFormats('en-US') };

/** Formats Unix ms as date and time in Korea (KST). */
export const toKst = (timestamp: number, { language }: View): string =>
  `${formats[language].dateAndTime.format(timestamp)} (KST)`;

export const toKstTime = (timestamp: number, { language }: View): string =>
  formats[language].timeOfDay.format(timestamp);
