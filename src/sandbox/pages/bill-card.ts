import { html } from 'hono/html';
import type { Bill } from '../ledger.ts';
import { toKst, won, type Html } from './layout.ts';

/** What is to be paid: on the shopper's page and on the payer's. */
export function billCard(bill: Bill): Html {
  return html`<section class="card" aria-label="청구 내용">
    <ul class="items">
      ${bill.itemList.map(
        (item) =>
          html`<li>
            ${item.imgUrl ? html`<img src="${item.imgUrl}" alt="" referrerpolicy="no-referrer" />` : ''}
            <span
              >${item.orderUrl ? html`<a href="${item.orderUrl}" rel="noreferrer" target="_blank">${item.itemName}</a>` : item.itemName}</span
            >
            <span>${item.itemAmt}</span>
          </li>`,
      )}
    </ul>
    <p class="total"><span>총 결제액</span> <strong>${won(bill.totalAmt)}</strong></p>
    <small class="soft">${toKst(bill.payEndDttm)}까지 결제할 수 있어요</small>
  </section>`;
}
