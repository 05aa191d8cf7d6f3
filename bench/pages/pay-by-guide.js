import { makeRequest } from '../request.js';

// As the guide has it. The script and its `init` stand in the page.
const button = document.createElement('button');
button.textContent = '결제를 부탁해';
button.onclick = () => window.INSTEAD.requestPay({ ...makeRequest('order-1'), request_cb() {} });
document.getElementById('root').append(button);
if (window.INSTEAD.access_token) window.isReady = true;
else {
  Object.defineProperty(window.INSTEAD, 'access_token', {
    configurable: true,
    set(token) {
      Object.defineProperty(window.INSTEAD, 'access_token', { value: token });
      window.isReady = true;
    },
  });
}
