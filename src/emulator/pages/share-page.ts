import { html, raw } from 'hono/html';
import type { ShareMethod } from '../../protocol/script-message.ts';
import type { EmulatorFaults } from '../faults.ts';
import type { PaymentRecord } from '../payment-store.ts';
import { paymentCard } from './payment-card.ts';
import type { View } from './language.ts';
import { layout, won, type Html } from './layout.ts';
import { shareScript } from './share-script.ts';

const ICONS: Record<ShareMethod, string> = {
  kakao:
    'M12 4C6.9 4 3 7.1 3 11c0 2.5 1.7 4.7 4.200 5.900L6.500 20.500l4-2.600 1.500.1c5.100 0 9-3.100 9-7S17.100 4 12 4Z',
  facebook:
    'M13.500 21v-8h2.800l.5-3.300h-3.300V7.700c0-1 .4-1.700 1.800-1.700h1.600V3.200A20 20 0 0 0 14.500 3C12 3 10.300 4.500 10.300 7.300v2.400H7.500V13h2.800v8Z',
  link: 'M10.600 13.400a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1.200 1.200 1.400 1.400 1.200-1.200a2 2 0 0 1 2.900 2.900l-3 3a2 2 0 0 1-2.900 0Zm2.800-2.800a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1.200-1.200-1.400-1.400-1.200 1.200a2 2 0 0 1-2.900-2.900l3-3a2 2 0 0 1 2.900 0Z',
};

/** Renders the share page in the popup, on which the shopper chooses how to send the request. */
export function sharePage(options: {
  payment: PaymentRecord;
  checkoutPath: string;
  popup: EmulatorFaults['popup'];
  view: View;
}): Html {
  const { payment, checkoutPath, popup, view } = options;
  const { share } = view.words;
  const { message } = share;
  return layout({
    title: share.title,
    view,
    script: shareScript(popup, checkoutPath, view.words),
    body: html`<h1 id="heading">${share.heading(payment.name)}</h1>
      <p class="soft" id="lead">${share.lead}</p>
      ${paymentCard(payment, 'waiting', view)}
      <div class="ways">
        ${(Object.keys(ICONS) as ShareMethod[]).map((method) => shareButton(method, share.methods[method]))}
      </div>
      <p class="note" id="note" role="status"></p>
      <section class="chat" id="sent" aria-label="${message.label}" hidden>
        <div class="bubble">
          <p><strong>${message.greeting}</strong><br />${message.body(payment.name, won(payment.totalAmt, view))}</p>
          <a class="button" href="${checkoutPath}" target="_blank" id="checkout">${message.open}</a>
        </div>
        <label class="field" id="address" hidden><span>${share.address}</span><input readonly /></label>
        <p class="small soft">${share.hint}</p>
      </section>
      <button class="quiet wide" type="button" id="cancel">${share.cancel}</button>`,
  });
}

const shareButton = (method: ShareMethod, name: string): Html =>
  html`<button class="way ${method}" type="button" data-method="${method}">
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="${raw(ICONS[method])}" fill="currentColor" />
    </svg>
    ${name}
  </button>`;
