import { html } from 'hono/html';
import type { PaymentRecord } from '../payment-store.ts';
import { closeScript } from './close-script.ts';
import type { View } from './language.ts';
import { layout, type Html } from './layout.ts';
import { paymentCard } from './payment-card.ts';
import { paymentResult, paymentResultSection, type FinalStatus } from './payment-result.ts';

/** Renders the page in the popup for a request that is no longer waiting. It is for the shopper, and closes the popup. */
export function endedPage(payment: PaymentRecord, status: FinalStatus, view: View): Html {
  const result = paymentResult(payment, status, 'shopper', view);
  return layout({
    title: result[0],
    view,
    script: closeScript(view.words),
    body: html`${paymentResultSection(result, status, view)} ${paymentCard(payment, status, view)}
      <p class="note" id="note" role="status"></p>
      <button class="wide" type="button" data-close>${view.words.close}</button>`,
  });
}
