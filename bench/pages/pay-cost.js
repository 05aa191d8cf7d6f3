import { createInsteadClient } from 'react-instead-pay';
import { makeRequest } from '../request.js';

// No network and no popup: what is left is what the code itself costs.
class FakeRequest extends EventTarget {
  open() {}
  setRequestHeader() {}
  getAllResponseHeaders() {
    return '';
  }
  abort() {}
  send() {
    queueMicrotask(() => {
      Object.assign(this, { readyState: 4, status: 200, responseText: '{"session_id":"session"}' });
      this.onreadystatechange?.();
      this.dispatchEvent(new Event('loadend'));
    });
  }
}

// A frame plays the popup: opened at once, of the API's origin, and what it posts is a message like any other. Its server
// answers 204, so that it stays where it is.
const frame = document.createElement('iframe');
document.body.append(frame);
const handle = frame.contentWindow;
handle.opener = window;
const say = handle.eval('(data) => parent.postMessage(data, "*")');

function openWindow() {
  handle.document.body.replaceChildren();
  return handle;
}

/** What Instead's page would say. */
function play() {
  say({ result: 'opened' });
  say({ result: 'success', method: 'kakao' });
}

async function prepareOurs() {
  const instead = createInsteadClient({ clientId: 'shop', apiUrl: '/api', scriptSrc: '/instead-1.0.1.js' });
  await instead.ready();
  document.querySelector('iframe[srcdoc]').contentWindow.XMLHttpRequest = class extends FakeRequest {
    send() {
      super.send();
      queueMicrotask(play);
    }
  };
  window.open = openWindow;
  return async (request, tellSync) => {
    const startedAt = performance.now();
    const outcome = instead.pay(request);
    tellSync(performance.now() - startedAt);
    if ((await outcome).status !== 'sent') throw new Error(JSON.stringify(await outcome));
    say({ result: 'closed' });
  };
}

async function prepareBare() {
  const { INSTEAD } = window;
  INSTEAD.init('shop');
  while (!INSTEAD.access_token) await new Promise((resolve) => setTimeout(resolve, 10));
  window.XMLHttpRequest = FakeRequest;
  // It logs every result.
  console.log = () => {};
  window.open = (url) => {
    openWindow().location.replace(url);
    play();
    return handle;
  };
  return (request, tellSync) =>
    new Promise((resolve) => {
      const request_cb = ({ result }) => {
        if (result !== 'success') return;
        say({ result: 'closed' });
        resolve();
      };
      const startedAt = performance.now();
      INSTEAD.requestPay({ ...request, request_cb });
      tellSync(performance.now() - startedAt);
    });
}

const payOnce = await (window.INSTEAD ? prepareBare() : prepareOurs());

/** Pays one time after another. µs for one: in the click itself, and from the click to the outcome. */
window.pay = async (count) => {
  let inClick = 0;
  const startedAt = performance.now();
  for (let index = 0; index < count; index++) {
    await payOnce(makeRequest(`order-${index}`), (time) => (inClick += time));
  }
  const whole = performance.now() - startedAt;
  return { inClick: (inClick * 1000) / count, whole: (whole * 1000) / count };
};
