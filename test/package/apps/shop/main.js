import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { InsteadProvider } from 'react-instead-pay';
import 'react-instead-pay/styles.css';
import { PayButton } from './button.cjs';

const emulator = new URLSearchParams(location.search).get('sandbox');
const makeOrder = () => ({
  name: '김스테드',
  merchantUid: `order-${Date.now()}`,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 86_400_000,
  totalAmt: 3000,
});

createRoot(document.getElementById('root')).render(
  createElement(
    InsteadProvider,
    { clientId: 'my-shop', sandbox: true, apiUrl: `${emulator}/api`, scriptSrc: `${emulator}/instead-1.0.1.js` },
    createElement(PayButton, { request: makeOrder }),
  ),
);
