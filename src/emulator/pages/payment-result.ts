import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { methodLabel, statusLabel } from './labels.ts';
import type { View } from './language.ts';
import { toKst, won, type Html } from './layout.ts';

/** Renders the final status of a payment request. `isFresh`: this visitor has just paid or declined. */
export function paymentResult(options: {
  payment: PaymentRecord;
  status: Exclude<PaymentRecordStatus, 'waiting'>;
  isFresh: boolean;
  view: View;
}): Html {
  const { payment, status, isFresh, view } = options;
  const [heading, details] = describe(payment, status, isFresh, view);
  return html`<section class="ending ${status}">
    <p><span class="badge ${status}">${statusLabel(status, view.t)}</span></p>
    <h1>${heading}</h1>
    <p class="soft">${details}</p>
  </section>`;
}

function describe(
  payment: PaymentRecord,
  status: Exclude<PaymentRecordStatus, 'waiting'>,
  isFresh: boolean,
  view: View,
): [string, string] {
  const { t } = view;
  switch (status) {
    case 'paid': {
      const method = payment.method ? `${methodLabel(payment.method, t)} · ` : '';
      const paid = `${method}${won(payment.totalAmt, view)}${payment.paidAt ? ` · ${toKst(payment.paidAt, view)}` : ''}`;
      return [
        isFresh ? t('결제했어요', 'You have paid') : t('이미 결제된 요청이에요', 'This request is already paid'),
        paid,
      ];
    }
    case 'failed':
      return [
        isFresh
          ? t('결제를 거절했어요', 'You have declined')
          : t('이미 거절된 요청이에요', 'This request was declined'),
        t('이 요청으로는 결제할 수 없어요.', 'It can no longer be paid.'),
      ];
    case 'cancelled':
      return [
        t('취소된 요청이에요', 'This request was cancelled'),
        t('판매자가 이 결제를 취소했어요.', 'The seller has cancelled the payment.'),
      ];
    case 'expired':
      return [
        t('결제 기한이 만료됐어요', 'This request has expired'),
        t('요청한 분에게 결제 링크를 다시 받아 주세요.', 'Ask the person who sent it for a new link.'),
      ];
  }
}
