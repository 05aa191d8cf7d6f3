import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import type { PaymentMethod } from '../settings.ts';
import { paymentCard } from './payment-card.ts';
import { paymentResult } from './payment-result.ts';
import { methodLabel } from './labels.ts';
import type { View } from './language.ts';
import { layout, won, type Html } from './layout.ts';

/** Renders the checkout page, on which the payer pays or declines. It works without JavaScript. */
export function checkoutPage(options: {
  payment: PaymentRecord;
  status: PaymentRecordStatus;
  /** Whether this visitor has just paid or declined. */
  isFresh: boolean;
  checkoutPath: string;
  methods: readonly PaymentMethod[];
  siteUrl: string;
  view: View;
}): Html {
  const { payment, status, isFresh, checkoutPath, methods, siteUrl, view } = options;
  const { t } = view;
  return layout({
    title: t('결제 페이지', 'Checkout'),
    view,
    body:
      status === 'waiting'
        ? html`<h1>${t(`${payment.name} 님이 결제를 부탁했어요`, `${payment.name} asks you to pay`)}</h1>
            ${paymentCard(payment, view)} ${form(checkoutPath, payment, methods, view)}`
        : html`${paymentResult({ payment, status, isFresh, view })} ${paymentCard(payment, view)}
          ${returnLink(siteUrl, view)}`,
  });
}

function form(checkoutPath: string, payment: PaymentRecord, methods: readonly PaymentMethod[], view: View): Html {
  const { t } = view;
  return html`<form method="post" action="${checkoutPath}/pay">
      <fieldset class="methods">
        <legend>${t('결제 방법', 'Payment method')}</legend>
        ${methods.map(
          (method, index) =>
            html`<label class="choice">
              <input type="radio" name="method" value="${method}" required ${index === 0 ? 'checked' : ''} />
              ${methodLabel(method, t)}
            </label>`,
        )}
      </fieldset>
      <p class="small soft">
        ${t(
          `버튼을 누르면 ${won(payment.totalAmt, view)}이 결제된 것으로 처리돼요. 실제로 결제되지 않아요.`,
          `The button records a payment of ${won(payment.totalAmt, view)}. No money moves.`,
        )}
      </p>
      <button class="main wide" type="submit">${t('결제하기', 'Pay')}</button>
    </form>
    <form method="post" action="${checkoutPath}/decline">
      <button class="quiet wide" type="submit">${t('거절하기', 'Decline')}</button>
    </form>`;
}

const returnLink = (siteUrl: string, { t }: View): Html | '' =>
  siteUrl
    ? html`<p class="back">
        <a class="button" href="${siteUrl}" rel="noreferrer">${t('쇼핑몰로 가기', 'Go to the shop')}</a>
      </p>`
    : '';
