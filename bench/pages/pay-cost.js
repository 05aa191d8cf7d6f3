import { createInstead } from 'react-instead-pay';
import { makeRequest } from '../request.js';

// No network and no window: what is left is what the code itself costs.
class FakeRequest extends EventTarget {
  open() {}
  setRequestHeader() {}
  abort() {}
  send() {
    queueMicrotask(() => {
      Object.assign(this, { readyState: 4, status: 200, responseText: '{"session_id":"session"}' });
      this.onreadystatechange?.();
      this.dispatchEvent(new Event('loadend'));
    });
  }
}

const paper = document.implementation.createHTMLDocument();

function makeWindow(onSentOff) {
  paper.body.replaceChildren();
  return {
    closed: false,
    document: paper,
    location: { href: 'about:blank', replace: onSentOff },
    focus() {},
    close() {
      this.closed = true;
    },
  };
}

const say = (source, data) =>
  window.dispatchEvent(Object.assign(new Event('message'), { data, source, origin: new URL(window.service).origin }));

/** What Instead's page would say, once whoever waits for the session has gone on. */
async function play(handle) {
  for (let turn = 0; turn < 20; turn++) await null;
  say(handle, { result: 'opened' });
  say(handle, { result: 'success', method: 'kakao' });
}

async function prepareOurs() {
  const instead = createInstead({
    clientId: 'shop',
    apiUrl: `${window.service}/api`,
    scriptSrc: `${window.service}/instead-1.0.1.js`,
  });
  await instead.ready();
  document.querySelector('iframe').contentWindow.XMLHttpRequest = FakeRequest;
  return async (merchantUid, tellSync) => {
    const request = makeRequest(merchantUid);
    const handle = makeWindow(() => void play(handle));
    window.open = () => handle;
    const startedAt = performance.now();
    const outcome = instead.pay(request);
    tellSync(performance.now() - startedAt);
    if ((await outcome).status !== 'sent') throw new Error(JSON.stringify(await outcome));
    say(handle, { result: 'closed' });
  };
}

async function prepareBare() {
  const { INSTEAD } = window;
  INSTEAD.init('shop');
  while (!INSTEAD.access_token) await new Promise((resolve) => setTimeout(resolve, 10));
  window.XMLHttpRequest = FakeRequest;
  // It logs every result.
  console.log = () => {};
  return (merchantUid, tellSync) =>
    new Promise((resolve) => {
      const handle = makeWindow();
      window.open = () => (void play(handle), handle);
      const request_cb = ({ result }) => {
        if (result !== 'success') return;
        // Not in the middle of its own words.
        queueMicrotask(() => say(handle, { result: 'closed' }));
        resolve();
      };
      const startedAt = performance.now();
      INSTEAD.requestPay({ ...makeRequest(merchantUid), request_cb });
      tellSync(performance.now() - startedAt);
    });
}

const payOnce = await (window.INSTEAD ? prepareBare() : prepareOurs());

/** Pays one time after another. µs for one: in the click itself, and from the click to the outcome. */
window.pay = async (count) => {
  let inClick = 0;
  const startedAt = performance.now();
  for (let index = 0; index < count; index++) await payOnce(`order-${index}`, (time) => (inClick += time));
  const whole = performance.now() - startedAt;
  return { inClick: (inClick * 1000) / count, whole: (whole * 1000) / count };
};
