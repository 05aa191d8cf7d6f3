import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus, PaymentStore } from '../payment-store.ts';
import { sharedLabel } from './shared-label.ts';
import type { View } from './language.ts';
import { toKst, won, type Html } from './layout.ts';

/** Renders all payment requests, newest first, with their status, links to their pages and a cancel button. */
export function paymentList(options: { base: string; paymentStore: PaymentStore; view: View }): Html {
  const { base, paymentStore, view } = options;
  const { t } = view;
  const payments = paymentStore.list();
  return html`<section class="card" aria-labelledby="payments">
    <h2 id="payments">${t(`결제 요청 ${payments.length}건`, `Payment requests: ${payments.length}`)}</h2>
    ${payments.length === 0 ? html`<p class="soft">${t('아직 없어요. 쇼핑몰에서 ‘결제를 부탁해’를 눌러 보세요.', 'None yet. Click the pay button in your shop.')}</p>` : ''}
    <ul class="rows">
      ${payments.map((payment) => row(base, payment, paymentStore.statusOf(payment), view))}
    </ul>
  </section>`;
}

function row(base: string, payment: PaymentRecord, status: PaymentRecordStatus, view: View): Html {
  const { t, words } = view;
  const canCancel = status === 'paid' || status === 'waiting';
  return html`<li>
    <p class="lead">
      <strong>${payment.merchantUid}</strong> <span class="badge ${status}">${words.statuses[status]}</span>
    </p>
    <p class="figure">${won(payment.totalAmt, view)}</p>
    <p class="facts">
      <span>${t(`${payment.name} 님`, payment.name)}</span>
      <span
        >sandboxYn ${payment.sandboxYn}
        (${payment.sandboxYn === '1' ? t('모의 결제', 'test') : t('실제 결제', 'live')})</span
      >
      <span>${payment.sentBy ? sharedLabel(payment.sentBy, t) : t('아직 보내지 않음', 'not sent yet')}</span>
      ${payment.method ? html`<span>${t(`${words.methods[payment.method]} 결제`, `paid by ${words.methods[payment.method]}`)}</span>` : ''}
      ${deadline(payment, status, view)}
      <span>client_id ${payment.clientId}</span>
    </p>
    <div class="actions">
      <a
        href="${base}/api/pay?session_id=${payment.sessionId}"
        aria-label="${payment.merchantUid} ${t('요청 창', 'share page')}"
        >${t('요청 창', 'share page')}</a
      >
      <a href="${base}/checkout/${payment.uid}" aria-label="${payment.merchantUid} ${t('결제 페이지', 'checkout page')}"
        >${t('결제 페이지', 'checkout page')}</a
      >
      ${canCancel ? cancelForm(base, payment, view) : ''}
    </div>
  </li>`;
}

/** Until when a waiting request can be paid, or when it has expired. It no longer matters to another one. */
function deadline({ payEndDttm }: PaymentRecord, status: PaymentRecordStatus, view: View): Html | '' {
  const at = toKst(payEndDttm, view);
  if (status === 'waiting') return html`<span>${view.t(`${at}까지`, `until ${at}`)}</span>`;
  return status === 'expired' ? html`<span>${view.t(`${at} 만료`, `expired on ${at}`)}</span>` : '';
}

const cancelForm = (base: string, payment: PaymentRecord, { t }: View): Html =>
  html`<form method="post" action="${base}/checkout/${payment.uid}/cancel">
    <button class="small" type="submit" aria-label="${payment.merchantUid} ${t('취소', 'Cancel')}">
      ${t('취소', 'Cancel')}
    </button>
  </form>`;
