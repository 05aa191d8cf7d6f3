import { html, raw } from 'hono/html';
import type { ShareMethod } from '../../protocol/script-message.ts';
import type { PaymentRecordStatus } from '../payment-store.ts';
import type { PaymentMethod } from '../settings.ts';
import { styles } from './styles.ts';

export type Html = ReturnType<typeof html>;

/** Renders the layout of all pages. Each page shows 모의 결제, to distinguish it from the real service. */
export function layout(page: { title: string; nonce: string; isWide?: boolean; body: Html; script?: string }): Html {
  return html`<!doctype html>
    <html lang="ko">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${page.title} · 모의 결제</title>
        <style nonce="${page.nonce}">
          ${styles}
        </style>
      </head>
      <body>
        <header class="banner"><b>모의 결제</b> 실제로 결제되지 않아요</header>
        <main class="${page.isWide ? 'wide' : ''}">${page.body}</main>
        ${
          page.script
            ? html`<script nonce="${page.nonce}">
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

/** The Korean labels of the statuses. */
export const STATUS_NAMES: Record<PaymentRecordStatus, string> = {
  waiting: '결제 대기',
  paid: '결제 완료',
  cancelled: '취소됨',
  failed: '결제 실패',
  expired: '기한 만료',
};

export const METHOD_NAMES: Record<PaymentMethod, string> = { card: '카드', mobile: '휴대폰', transfer: '계좌이체' };

export const SENT_NAMES: Record<ShareMethod, string> = {
  kakao: '카카오톡으로',
  facebook: '페이스북으로',
  link: '링크로',
};

export const won = (amount: number): string => `${amount.toLocaleString('ko-KR')}원`;

const dateAndTime = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
});
const timeOfDay = new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', timeStyle: 'medium', hourCycle: 'h23' });

/** Formats Unix ms as date and time in Korea (KST). */
export const toKst = (timestamp: number): string => `${dateAndTime.format(timestamp)} (KST)`;

export const toKstTime = (timestamp: number): string => timeOfDay.format(timestamp);
