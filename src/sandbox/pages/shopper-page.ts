import { html } from 'hono/html';
import type { Faults } from '../faults.ts';
import type { Bill } from '../ledger.ts';
import { billCard } from './bill-card.ts';
import { layout, type Html } from './layout.ts';

/** The page in the popup: how shall the bill be sent? */
export function shopperPage(options: {
  bill: Bill;
  billPath: string;
  sentPath: string;
  popup: Faults['popup'];
  nonce: string;
}): Html {
  const { bill, billPath, sentPath, popup, nonce } = options;
  return layout({
    title: '결제를 부탁해',
    nonce,
    script: scriptFor(popup),
    body: html`<h1>${bill.name} 님, 누구에게 부탁할까요?</h1>
      <p class="soft">고른 사람에게 결제 링크를 보내요.</p>
      ${billCard(bill)}
      <div class="stack" id="ways" data-sent="${sentPath}">
        <button class="kakao" type="button" data-method="kakao">카카오톡</button>
        <button class="facebook" type="button" data-method="facebook">페이스북</button>
        <button type="button" data-method="link">링크 복사</button>
        <button class="quiet" type="button" id="cancel">취소</button>
      </div>
      <div id="sent" hidden>
        <div class="bubble">
          <p id="note" role="status"></p>
          <a href="${billPath}" target="_blank" id="bill">결제 페이지 열기</a>
        </div>
        <p class="small soft">친구가 받을 링크예요. 이 창은 닫아도 돼요.</p>
      </div>`,
  });
}

// The messages go to '*', as the real page sends them: it does not know the shop's origin. `closed` is said before the page
// unloads: what is said later has no source any more, and would not count.
const scriptFor = (popup: Faults['popup']): string => `
const times = ${popup === 'twice' ? 2 : 1};
const say = (message) => {
  if (${JSON.stringify(popup)} === 'silent' || ${JSON.stringify(popup)} === 'closes') return;
  for (let count = 0; count < times; count++) window.opener?.postMessage(message, '*');
};
${popup === 'forged' ? forgeries : ''}
${popup === 'closes' ? 'setTimeout(() => window.close(), 1500);' : ''}
say({ result: 'opened' });
addEventListener('beforeunload', () => say({ result: 'closed' }));

const words = {
  kakao: '카카오톡으로 보냈어요: “나 대신 결제를 부탁해!”',
  facebook: '페이스북으로 보냈어요: “나 대신 결제를 부탁해!”',
  link: '링크를 복사했어요.',
};
document.querySelectorAll('[data-method]').forEach((button) => button.addEventListener('click', () => {
  const { method } = button.dataset;
  if (method === 'link') navigator.clipboard?.writeText(document.getElementById('bill').href).catch(() => {});
  fetch(document.getElementById('ways').dataset.sent, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method }) });
  document.getElementById('note').textContent = words[method];
  document.getElementById('sent').hidden = false;
  say({ result: 'success', method });
}));
document.getElementById('cancel').addEventListener('click', () => {
  say({ result: 'fail', method: 'cancelled' });
  window.close();
});
`;

const forgeries = `
for (const words of [null, 'success', { result: 'paid' }, { result: 'success' }, { result: 'success', method: 'cash' }, { result: ['success'], method: 'kakao' }, [{ result: 'success', method: 'kakao' }]]) {
  window.opener?.postMessage(words, '*');
}
`;
