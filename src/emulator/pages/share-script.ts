import type { EmulatorFaults } from '../faults.ts';
import type { Translate } from './language.ts';

/** Returns the script of the share page, which posts messages to the shop's page, with the failures to simulate. */
export const shareScript = (popup: EmulatorFaults['popup'], t: Translate): string => `
const times = ${{ normal: 1, silent: 0, closes: 0, twice: 2, forged: 1 }[popup]};
// To '*', like the real page, which does not know the shop's origin.
const post = (message) => {
  for (let count = 0; count < times; count++) window.opener?.postMessage(message, '*');
};
${popup === 'forged' ? INVALID_MESSAGES : ''}
${popup === 'closes' ? 'setTimeout(() => window.close(), 1500);' : ''}
post({ result: 'opened' });

// In beforeunload, this window is still the source of the message; in pagehide it may have none, and is ignored. Safari on iOS
// fires only pagehide.
let hasPostedClosed = false;
const postClosed = () => {
  if (!hasPostedClosed) post({ result: 'closed' });
  hasPostedClosed = true;
};
addEventListener('beforeunload', postClosed);
addEventListener('pagehide', postClosed);

const notes = ${JSON.stringify({
  kakao: t('카카오톡으로 보냈어요', 'Sent by KakaoTalk'),
  facebook: t('페이스북으로 보냈어요', 'Sent by Facebook'),
  link: t('복사했어요', 'Copied'),
})};
const note = document.getElementById('note');
const sent = document.getElementById('sent');
for (const button of document.querySelectorAll('[data-method]')) {
  button.addEventListener('click', () => {
    const { method } = button.dataset;
    if (method === 'link') navigator.clipboard?.writeText(document.getElementById('checkout').href).catch(() => {});
    fetch(document.getElementById('ways').dataset.sent, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method }),
    }).catch(() => {});
    note.textContent = notes[method];
    sent.dataset.method = method;
    sent.hidden = false;
    sent.scrollIntoView({ block: 'nearest' });
    post({ result: 'success', method });
  });
}
document.getElementById('cancel').addEventListener('click', () => {
  post({ result: 'fail', method: 'cancelled' });
  window.close();
});
`;

const INVALID_MESSAGES = `
for (const message of [
  null,
  'success',
  { result: 'paid' },
  { result: 'success' },
  { result: 'success', method: 'cash' },
  { result: ['success'], method: 'kakao' },
  [{ result: 'success', method: 'kakao' }],
]) {
  window.opener?.postMessage(message, '*');
}
`;
