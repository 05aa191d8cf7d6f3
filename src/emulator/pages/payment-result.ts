import { html } from 'hono/html';
import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import type { View } from './language.ts';
import { toKst, won, type Html } from './layout.ts';
import type { Message } from './words/page-words.ts';

export type FinalStatus = Exclude<PaymentRecordStatus, 'waiting'>;

/** For whom the final status of a payment request is rendered. `decider`: the payer who has just paid or declined. */
export type Audience = 'shopper' | 'payer' | 'decider';

/** Returns the heading and the details of the final status of a payment request. */
export function paymentResult(payment: PaymentRecord, status: FinalStatus, audience: Audience, view: View): Message {
  const { words } = view;
  const { results } = audience === 'shopper' ? words.share : words.checkout;
  const hasDecided = audience === 'decider';
  switch (status) {
    case 'paid':
      return [hasDecided ? words.checkout.results.hasPaid : results.paid, describePayment(payment, view)];
    case 'failed':
      return hasDecided ? words.checkout.results.hasDeclined : results.failed;
    default:
      return results[status];
  }
}

/** Renders the final status of a payment request. The heading can take the focus when it replaces what had it. */
export const paymentResultSection = ([heading, details]: Message, status: FinalStatus, { words }: View): Html =>
  html`<section class="ending ${status}">
    <p><span class="badge ${status}">${words.statuses[status]}</span></p>
    <h1 tabindex="-1">${heading}</h1>
    <p class="soft">${details}</p>
  </section>`;

function describePayment({ method, totalAmt, paidAt }: PaymentRecord, view: View): string {
  const facts = [method && view.words.methods[method], won(totalAmt, view), paidAt && toKst(paidAt, view)];
  return facts.filter(Boolean).join(' · ');
}
