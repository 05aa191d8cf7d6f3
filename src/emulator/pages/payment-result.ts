import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { METHOD_NAMES, STATUS_NAMES, toKst, won, type Html } from './layout.ts';

/** How a payment ended. `isFresh`: this visitor has just settled it. */
export function paymentResult(options: {
  payment: PaymentRecord;
  status: Exclude<PaymentRecordStatus, 'waiting'>;
  isFresh: boolean;
}): Html {
  const { payment, status, isFresh } = options;
  const [heading, rest] = wordsFor(payment, status, isFresh);
  return html`<section class="ending ${status}">
    <p><span class="badge ${status}">${STATUS_NAMES[status]}</span></p>
    <h1>${heading}</h1>
    <p class="soft">${rest}</p>
  </section>`;
}

function wordsFor(
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
      return ['취소된 요청이에요', '가게에서 이 결제를 취소했어요.'];
    case 'expired':
      return ['결제할 수 있는 시간이 지났어요', '부탁한 사람에게 다시 요청해 달라고 해 주세요.'];
  }
}
