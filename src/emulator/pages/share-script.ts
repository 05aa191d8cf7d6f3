import type { EmulatorFaults } from '../faults.ts';
import { closeScript } from './close-script.ts';
import { watchScript } from './watch-script.ts';
import type { PageWords } from './words/page-words.ts';

/** Returns the script of the share page, which posts messages to the shop's page, with the failures to simulate. */
export const shareScript = (popup: EmulatorFaults['popup'], checkoutPath: string, words: PageWords): string => `
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
${closeScript(words)}
${watchScript(`${checkoutPath}/status`)}
const { notes, notCopied, sent, close, emulated } = ${JSON.stringify({ ...words.share, close: words.close, emulated: words.emulated })};
const find = (id) => document.getElementById(id);
for (const button of document.querySelectorAll('[data-method]')) {
  button.addEventListener('click', () => {
    const { method } = button.dataset;
    showSent(method);
    // In the click: browsers let a page copy only there.
    const isCopied = method === 'link' ? copy(find('checkout').href) : true;
    fetch(${JSON.stringify(`${checkoutPath}/sent`)}, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method }),
    }).then(({ status }) => status === 409 && update(), () => {});
    post({ result: 'success', method });
    Promise.resolve(isCopied).then((isCopied) => {
      find('address').hidden = isCopied;
      announce(isCopied ? notes[method] : notCopied);
    });
  });
}

/** From now on the request is sent, and closing the window cancels nothing. */
function showSent(method) {
  [find('heading').textContent, find('lead').textContent] = sent;
  document.title = sent[0] + ' · ' + emulated;
  find('sent').dataset.method = method;
  find('sent').hidden = false;
  find('sent').scrollIntoView({ block: 'nearest' });
  find('cancel').textContent = close;
  find('cancel').dataset.close = '';
}

async function copy(text) {
  find('address').querySelector('input').value = text;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https there is no clipboard: on a phone that opens the emulator by the network, only this copies. Safari copies
    // nothing without a selection.
    const setText = (event) => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', setText);
    getSelection().selectAllChildren(find('checkout'));
    const isCopied = document.execCommand('copy');
    getSelection().removeAllRanges();
    document.removeEventListener('copy', setText);
    return isCopied;
  }
}

find('cancel').addEventListener('click', ({ currentTarget }) => {
  if ('close' in currentTarget.dataset) return;
  post({ result: 'fail', method: 'cancelled' });
  closeWindow();
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
