import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus, PaymentStore } from '../payment-store.ts';
import { METHOD_NAMES, SENT_NAMES, STATUS_NAMES, toKst, won, type Html } from './layout.ts';

/** Every bill, the newest first: how it stands, both of its pages, and a way to cancel it. */
export function paymentList({ base, ledger }: { base: string; ledger: PaymentStore }): Html {
  const bills = ledger.list();
  return html`<section class="card" aria-labelledby="bills">
    <h2 id="bills">결제 요청 ${bills.length}건</h2>
    ${bills.length === 0 ? html`<p class="soft">아직 없어요. 가게에서 ‘결제를 부탁해’를 눌러 보세요.</p>` : ''}
    <ul class="rows">
      ${bills.map((bill) => row(base, bill, ledger.statusOf(bill)))}
    </ul>
  </section>`;
}

function row(base: string, bill: PaymentRecord, status: PaymentRecordStatus): Html {
  const isOpen = status === 'paid' || status === 'waiting';
  return html`<li>
    <p class="lead">
      <strong>${bill.merchantUid}</strong> <span class="badge ${status}">${STATUS_NAMES[status]}</span>
    </p>
    <p class="figure">${won(bill.totalAmt)}</p>
    <p class="facts">
      <span>${bill.name} 님</span>
      <span>${bill.sentBy ? `${SENT_NAMES[bill.sentBy]} 보냄` : '아직 보내지 않음'}</span>
      ${bill.method ? html`<span>${METHOD_NAMES[bill.method]} 결제</span>` : ''}
      <span>${toKst(bill.payEndDttm)}까지</span>
      <span>client_id ${bill.clientId}</span>
    </p>
    <div class="actions">
      <a href="${base}/api/pay?session_id=${bill.sessionId}" aria-label="${bill.merchantUid} 요청 창">요청 창</a>
      <a href="${base}/bill/${bill.uid}" aria-label="${bill.merchantUid} 결제 페이지">결제 페이지</a>
      ${isOpen ? cancelForm(base, bill) : ''}
    </div>
  </li>`;
}

const cancelForm = (base: string, bill: PaymentRecord): Html =>
  html`<form method="post" action="${base}/bill/${bill.uid}/cancel">
    <button class="small" type="submit" aria-label="${bill.merchantUid} 취소">취소</button>
  </form>`;
