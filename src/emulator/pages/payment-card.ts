import { html } from 'hono/html';
import type { PaymentRecord } from '../payment-store.ts';
import type { View } from './language.ts';
import { toKst, won, type Html } from './layout.ts';

/** Renders the items, the total and the expiration of a payment request. */
export function paymentCard(payment: PaymentRecord, view: View): Html {
  const { t } = view;
  return html`<section class="card" aria-label="${t('결제 내용', 'Payment')}">
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
    <p class="total"><span>${t('총 결제 금액', 'Total')}</span> <strong>${won(payment.totalAmt, view)}</strong></p>
    <p class="until">
      ${t(`${toKst(payment.payEndDttm, view)}까지 결제할 수 있어요`, `Can be paid until ${toKst(payment.payEndDttm, view)}`)}
    </p>
  </section>`;
}
