import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import type { View } from './language.ts';
import { toKst, won, type Html } from './layout.ts';

/** Renders the items and the total of a payment request, and until when it can be paid: only while it is waiting. */
export function paymentCard(payment: PaymentRecord, status: PaymentRecordStatus, view: View): Html {
  const { card } = view.words;
  return html`<section class="card" aria-label="${card.label}">
    <ul class="items">
      ${payment.itemList.map(
        ({ itemName, itemAmt, imgUrl, orderUrl }) =>
          html`<li>
            ${
              imgUrl
                ? html`<img src="${imgUrl}" alt="" width="44" height="44" referrerpolicy="no-referrer" />`
                : html`<span class="picture" aria-hidden="true">${[...itemName.trim()][0]}</span>`
            }
            <span class="name"
              >${orderUrl ? html`<a href="${orderUrl}" rel="noreferrer" target="_blank">${itemName}</a>` : itemName}</span
            >
            <span class="amount">${itemAmt}</span>
          </li>`,
      )}
    </ul>
    <p class="total"><span>${card.total}</span> <strong>${won(payment.totalAmt, view)}</strong></p>
    ${status === 'waiting' ? html`<p class="until">${card.payableUntil(toKst(payment.payEndDttm, view))}</p>` : ''}
  </section>`;
}
