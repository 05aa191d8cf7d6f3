import type { EmulatorFaults } from '../faults.ts';

/** The messages of the share page to the shop, with the failures to simulate. */
export const shareScript = (popup: EmulatorFaults['popup']): string => `
const times = ${{ normal: 1, silent: 0, closes: 0, twice: 2, forged: 1 }[popup]};
// To '*', like the real page, which does not know the shop's origin.
const say = (message) => {
  for (let count = 0; count < times; count++) window.opener?.postMessage(message, '*');
};
${popup === 'forged' ? SPOOFED_MESSAGES : ''}
${popup === 'closes' ? 'setTimeout(() => window.close(), 1500);' : ''}
say({ result: 'opened' });

// In beforeunload the message still has this window as its source; in pagehide it may have none, and does not count. Safari on
// iOS fires only pagehide.
let isGone = false;
const leave = () => {
  if (!isGone) say({ result: 'closed' });
  isGone = true;
};
addEventListener('beforeunload', leave);
addEventListener('pagehide', leave);

const words = { kakao: '카카오톡으로 보냈어요', facebook: '페이스북으로 보냈어요', link: '복사했어요' };
const note = document.getElementById('note');
const sent = document.getElementById('sent');
for (const button of document.querySelectorAll('[data-method]')) {
  button.addEventListener('click', () => {
    const { method } = button.dataset;
    if (method === 'link') navigator.clipboard?.writeText(document.getElementById('bill').href).catch(() => {});
    fetch(document.getElementById('ways').dataset.sent, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method }),
    }).catch(() => {});
    note.textContent = words[method];
    sent.dataset.method = method;
    sent.hidden = false;
    sent.scrollIntoView({ block: 'nearest' });
    say({ result: 'success', method });
  });
}
document.getElementById('cancel').addEventListener('click', () => {
  say({ result: 'fail', method: 'cancelled' });
  window.close();
});
`;

const SPOOFED_MESSAGES = `
for (const words of [
  null,
  'success',
  { result: 'paid' },
  { result: 'success' },
  { result: 'success', method: 'cash' },
  { result: ['success'], method: 'kakao' },
  [{ result: 'success', method: 'kakao' }],
]) {
  window.opener?.postMessage(words, '*');
}
`;
