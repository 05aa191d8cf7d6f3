import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import type { PaymentMethod } from '../settings.ts';
import { paymentCard } from './payment-card.ts';
import { paymentResult, paymentResultSection } from './payment-result.ts';
import type { View } from './language.ts';
import { layout, won, type Html } from './layout.ts';
import { watchScript } from './watch-script.ts';

interface CheckoutPage {
  payment: PaymentRecord;
  status: PaymentRecordStatus;
  /** Whether this visitor has just paid or declined. */
  isFresh: boolean;
  /** Whether this visitor is asked if the request is to be declined. */
  isDeclining: boolean;
  checkoutPath: string;
  methods: readonly PaymentMethod[];
  siteUrl: string;
  view: View;
}

/** Renders the checkout page, on which the payer pays or declines. It works without JavaScript. */
export function checkoutPage(page: CheckoutPage): Html {
  const { payment, status, isFresh, isDeclining, checkoutPath, view } = page;
  const { checkout } = view.words;
  const card = paymentCard(payment, status, view);
  if (status !== 'waiting') {
    const result = paymentResult(payment, status, isFresh ? 'decider' : 'payer', view);
    const body = html`${paymentResultSection(result, status, view)} ${card} ${returnLink(page)}`;
    return layout({ title: result[0], view, body });
  }
  const script = watchScript(`${checkoutPath}/status`);
  const title = isDeclining ? checkout.declining[0] : checkout.title;
  return layout({
    ...{ title, view, script },
    body: isDeclining
      ? html`${question(page)} ${card}`
      : html`<h1>${checkout.heading(payment.name)}</h1>
          ${card} ${form(page)}`,
  });
}

function form({ payment, checkoutPath, methods, view }: CheckoutPage): Html {
  const { words } = view;
  const { checkout } = words;
  return html`<form method="post" action="${checkoutPath}/pay">
      <fieldset class="methods">
        <legend>${checkout.method}</legend>
        ${methods.map(
          (method, index) =>
            html`<label class="choice">
              <input type="radio" name="method" value="${method}" required ${index === 0 ? 'checked' : ''} />
              ${words.methods[method]}
            </label>`,
        )}
      </fieldset>
      <p class="small soft">${checkout.notice(won(payment.totalAmt, view))}</p>
      <button class="main wide" type="submit">${checkout.pay}</button>
    </form>
    <form method="get" action="${checkoutPath}">
      <input type="hidden" name="decline" />
      <button class="quiet wide" type="submit">${checkout.decline}</button>
    </form>`;
}

/** Asks before the request is declined: it cannot be paid any more. */
function question({ checkoutPath, view }: CheckoutPage): Html {
  const { checkout, back } = view.words;
  const [heading, details] = checkout.declining;
  return html`<h1>${heading}</h1>
    <p class="soft">${details}</p>
    <form method="post" action="${checkoutPath}/decline">
      <button class="wide" type="submit">${checkout.confirmDecline}</button>
    </form>
    <p class="back"><a class="button quiet" href="${checkoutPath}">${back}</a></p>`;
}

const returnLink = ({ siteUrl, view: { words } }: CheckoutPage): Html =>
  siteUrl
    ? html`<p class="back">
        <a class="button" href="${siteUrl}" rel="noreferrer">${words.checkout.goToShop}</a>
      </p>`
    : html`<p class="back soft">${words.checkout.mayClose}</p>`;
