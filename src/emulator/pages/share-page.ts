import { html, raw } from 'hono/html';
import type { EmulatorFaults } from '../faults.ts';
import type { PaymentRecord } from '../payment-store.ts';
import { paymentCard } from './payment-card.ts';
import type { View } from './language.ts';
import { layout, won, type Html } from './layout.ts';
import { shareScript } from './share-script.ts';

/** Renders the share page in the popup, on which the shopper chooses how to send the request. */
export function sharePage(options: {
  payment: PaymentRecord;
  checkoutPath: string;
  sentPath: string;
  popup: EmulatorFaults['popup'];
  view: View;
}): Html {
  const { payment, checkoutPath, sentPath, popup, view } = options;
  const { t } = view;
  return layout({
    title: t('결제를 부탁해', 'Please pay for me'),
    view,
    script: shareScript(popup, t),
    body: html`<h1>${t(`${payment.name} 님, 누구에게 부탁할까요?`, `${payment.name}, whom do you want to ask?`)}</h1>
      <p class="soft">${t('선택한 방법으로 결제 링크를 보내요.', 'The payment link is sent the way you choose.')}</p>
      ${paymentCard(payment, view)}
      <div class="ways" id="ways" data-sent="${sentPath}">
        ${shareButton('kakao', t('카카오톡', 'KakaoTalk'), 'M12 4C6.9 4 3 7.1 3 11c0 2.5 1.7 4.7 4.200 5.900L6.500 20.500l4-2.600 1.500.1c5.100 0 9-3.100 9-7S17.100 4 12 4Z')}
        ${shareButton('facebook', t('페이스북', 'Facebook'), 'M13.500 21v-8h2.800l.5-3.300h-3.300V7.700c0-1 .4-1.700 1.800-1.700h1.600V3.200A20 20 0 0 0 14.500 3C12 3 10.300 4.500 10.300 7.300v2.400H7.500V13h2.800v8Z')}
        ${shareButton('link', t('링크 복사', 'Copy link'), 'M10.600 13.400a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1.200 1.200 1.400 1.400 1.200-1.200a2 2 0 0 1 2.900 2.900l-3 3a2 2 0 0 1-2.900 0Zm2.800-2.800a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1.200-1.200-1.400-1.400-1.200 1.200a2 2 0 0 1-2.900-2.900l3-3a2 2 0 0 1 2.900 0Z')}
      </div>
      <p class="note" id="note" role="status"></p>
      <section class="chat" id="sent" aria-label="${t('결제자가 받은 메시지', 'What the payer receives')}" hidden>
        <div class="bubble">
          <p>
            <strong>${t('결제를 부탁해!', 'Please pay for me!')}</strong><br />${t(
              `${payment.name} 님이 ${won(payment.totalAmt, view)}을 부탁했어요.`,
              `${payment.name} asks you to pay ${won(payment.totalAmt, view)}.`,
            )}
          </p>
          <a class="button" href="${checkoutPath}" target="_blank" id="checkout"
            >${t('결제 페이지 열기', 'Open the checkout page')}</a
          >
        </div>
        <p class="small soft">
          ${t('결제자로서 결제 페이지를 열어 보세요. 이 창은 닫아도 돼요.', 'Open the checkout page as the payer. This window can be closed.')}
        </p>
      </section>
      <button class="quiet wide" type="button" id="cancel">${t('취소', 'Cancel')}</button>`,
  });
}

const shareButton = (method: string, name: string, path: string): Html =>
  html`<button class="way ${method}" type="button" data-method="${method}">
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="${raw(path)}" fill="currentColor" />
    </svg>
    ${name}
  </button>`;
