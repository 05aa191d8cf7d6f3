import { html, raw } from 'hono/html';
import { LANGUAGES, WORDS, type Language, type View } from './language.ts';
import { styles } from './styles.ts';

export type Html = ReturnType<typeof html>;

interface Page {
  /** What the page shows, with its state: the title of the window. */
  title: string;
  view: View;
  isWide?: boolean;
  body: Html;
  script?: string;
}

/** Renders the layout of all pages. Each page shows 모의 결제, to distinguish it from the real service, and the language switch. */
export function layout({ title, view, isWide = false, body, script }: Page): Html {
  const { language, words, nonce } = view;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title} · ${words.emulated}</title>
        <style nonce="${nonce}">
          ${styles}
        </style>
      </head>
      <body>
        <header class="banner">
          ${language === 'ko' ? html`<b>모의 결제</b>` : html`<b lang="ko">모의 결제</b>`}
          <span>${words.noMoney}</span>
          ${isWide ? languageSwitch(view) : ''}
        </header>
        <main class="${isWide ? 'wide' : ''}">${body}</main>
        ${isWide ? '' : html`<footer>${languageSwitch(view)}</footer>`}
        ${
          script
            ? html`<script nonce="${nonce}">
                ${raw(script)};
              </script>`
            : ''
        }
      </body>
    </html>`;
}

/** Links to the page in each language. Each name is in its own language. */
const languageSwitch = ({ language: current, words, switches }: View): Html =>
  html`<nav class="languages" aria-label="${words.languages}">
    ${switches.map(({ language, path }) =>
      language === current
        ? html`<b aria-current="true">${WORDS[language].languageName}</b> `
        : html`<a href="${path}" lang="${language}" hreflang="${language}">${WORDS[language].languageName}</a> `,
    )}
  </nav>`;

/** Returns the Content-Security-Policy of a page with this nonce. */
export const policyFor = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src http: https: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Formats a number of won. */
export const won = (amount: number, { language, words }: View): string => words.won(amount.toLocaleString(language));

const inKorea = { timeZone: 'Asia/Seoul', hourCycle: 'h23' } as const;
const formats = Object.fromEntries(
  LANGUAGES.map((language) => {
    const { dateStyle } = WORDS[language];
    return [
      language,
      {
        dateAndTime: new Intl.DateTimeFormat(language, { ...inKorea, dateStyle, timeStyle: 'short' }),
        timeOfDay: new Intl.DateTimeFormat(language, { ...inKorea, timeStyle: 'medium' }),
      },
    ];
  }),
) as Record<Language, Record<'dateAndTime' | 'timeOfDay', Intl.DateTimeFormat>>;

/** Formats Unix ms as date and time in Korea (KST). */
export const toKst = (timestamp: number, { language, words }: View): string =>
  words.inKorea(formats[language].dateAndTime.format(timestamp));

export const toKstTime = (timestamp: number, { language }: View): string =>
  formats[language].timeOfDay.format(timestamp);
