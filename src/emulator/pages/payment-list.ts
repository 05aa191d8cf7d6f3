import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus, PaymentStore } from '../payment-store.ts';
import { METHOD_NAMES, SENT_NAMES, STATUS_NAMES, toKst, won, type Html } from './layout.ts';

/** Renders all payment requests, newest first, with their status, links to their pages and a cancel button. */
export function paymentList({ base, paymentStore }: { base: string; paymentStore: PaymentStore }): Html {
  const payments = paymentStore.list();
  return html`<section class="card" aria-labelledby="bills">
    <h2 id="bills">결제 요청 ${payments.length}건</h2>
    ${payments.length === 0 ? html`<p class="soft">아직 없어요. 쇼핑몰에서 ‘결제를 부탁해’를 눌러 보세요.</p>` : ''}
    <ul class="rows">
      ${payments.map((payment) => row(base, payment, paymentStore.statusOf(payment)))}
    </ul>
  </section>`;
}

function row(base: string, payment: PaymentRecord, status: PaymentRecordStatus): Html {
  const canCancel = status === 'paid' || status === 'waiting';
  return html`<li>
    <p class="lead">
      <strong>${payment.merchantUid}</strong> <span class="badge ${status}">${STATUS_NAMES[status]}</span>
    </p>
    <p class="figure">${won(payment.totalAmt)}</p>
    <p class="facts">
      <span>${payment.name} 님</span>
      <span>${payment.sentBy ? `${SENT_NAMES[payment.sentBy]} 보냄` : '아직 보내지 않음'}</span>
      ${payment.method ? html`<span>${METHOD_NAMES[payment.method]} 결제</span>` : ''}
      <span>${toKst(payment.payEndDttm)}까지</span>
      <span>client_id ${payment.clientId}</span>
    </p>
    <div class="actions">
      <a href="${base}/api/pay?session_id=${payment.sessionId}" aria-label="${payment.merchantUid} 요청 창">요청 창</a>
      <a href="${base}/bill/${payment.uid}" aria-label="${payment.merchantUid} 결제 페이지">결제 페이지</a>
      ${canCancel ? cancelForm(base, payment) : ''}
    </div>
  </li>`;
}

const cancelForm = (base: string, payment: PaymentRecord): Html =>
  html`<form method="post" action="${base}/bill/${payment.uid}/cancel">
    <button class="small" type="submit" aria-label="${payment.merchantUid} 취소">취소</button>
  </form>`;
