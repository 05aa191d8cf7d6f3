import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import type { PaymentMethod } from '../settings.ts';
import { paymentCard } from './payment-card.ts';
import { paymentResult } from './payment-result.ts';
import { layout, METHOD_NAMES, won, type Html } from './layout.ts';

/** Renders the checkout page, on which the payer pays or declines. It works without JavaScript. */
export function checkoutPage(options: {
  payment: PaymentRecord;
  status: PaymentRecordStatus;
  /** Whether this visitor has just paid or declined. */
  isFresh: boolean;
  paymentPath: string;
  methods: readonly PaymentMethod[];
  siteUrl: string;
  nonce: string;
}): Html {
  const { payment, status, isFresh, paymentPath, methods, siteUrl, nonce } = options;
  return layout({
    title: '결제 페이지',
    nonce,
    body:
      status === 'waiting'
        ? html`<h1>${payment.name} 님이 결제를 부탁했어요</h1>
            ${paymentCard(payment)} ${form(paymentPath, payment, methods)}`
        : html`${paymentResult({ payment, status, isFresh })} ${paymentCard(payment)} ${returnLink(siteUrl)}`,
  });
}

function form(paymentPath: string, payment: PaymentRecord, methods: readonly PaymentMethod[]): Html {
  return html`<form method="post" action="${paymentPath}/pay">
      <fieldset class="methods">
        <legend>결제 방법</legend>
        ${methods.map(
          (method, index) =>
            html`<label class="choice">
              <input type="radio" name="method" value="${method}" required ${index === 0 ? 'checked' : ''} />
              ${METHOD_NAMES[method]}
            </label>`,
        )}
      </fieldset>
      <p class="small soft">버튼을 누르면 ${won(payment.totalAmt)}이 결제된 것으로 처리돼요. 실제로 결제되지 않아요.</p>
      <button class="main wide" type="submit">결제하기</button>
    </form>
    <form method="post" action="${paymentPath}/decline">
      <button class="quiet wide" type="submit">거절하기</button>
    </form>`;
}

const returnLink = (siteUrl: string): Html | '' =>
  siteUrl ? html`<p class="back"><a class="button" href="${siteUrl}" rel="noreferrer">쇼핑몰로 가기</a></p>` : '';
