import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { METHOD_NAMES, STATUS_NAMES, toKst, won, type Html } from './layout.ts';

/** Renders the final status of a payment request. `isFresh`: this visitor has just paid or declined. */
export function paymentResult(options: {
  payment: PaymentRecord;
  status: Exclude<PaymentRecordStatus, 'waiting'>;
  isFresh: boolean;
}): Html {
  const { payment, status, isFresh } = options;
  const [heading, details] = describe(payment, status, isFresh);
  return html`<section class="ending ${status}">
    <p><span class="badge ${status}">${STATUS_NAMES[status]}</span></p>
    <h1>${heading}</h1>
    <p class="soft">${details}</p>
  </section>`;
}

function describe(
  payment: PaymentRecord,
  status: Exclude<PaymentRecordStatus, 'waiting'>,
  isFresh: boolean,
): [string, string] {
  switch (status) {
    case 'paid': {
      const method = payment.method ? `${METHOD_NAMES[payment.method]} · ` : '';
      const paid = `${method}${won(payment.totalAmt)}${payment.paidAt ? ` · ${toKst(payment.paidAt)}` : ''}`;
      return [isFresh ? '결제했어요' : '이미 결제된 요청이에요', paid];
    }
    case 'failed':
      return [isFresh ? '결제를 거절했어요' : '이미 거절된 요청이에요', '이 요청으로는 결제할 수 없어요.'];
    case 'cancelled':
      return ['취소된 요청이에요', '판매자가 이 결제를 취소했어요.'];
    case 'expired':
      return ['결제 기한이 만료됐어요', '요청한 분에게 결제 링크를 다시 받아 주세요.'];
  }
}
