import { InsteadProvider, PayButton, useCurrentPayment } from 'react-instead-pay';
import { useState } from 'react';
import Storefront from 'storefront';
/** The order, fixed: a server renders the same. */
const request = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.UTC(2099, 0, 1),
  totalAmt: 3000,
};
export function Cart({ uid = request.merchantUid, search = globalThis.location?.search }) {
  const [isOpen, setOpen] = useState(true);
  const settings = JSON.parse(new URLSearchParams(search).get('settings'));
  return (
    <InsteadProvider sandbox {...settings}>
      <output aria-label="cart">{isOpen ? 'open' : 'closed'}</output>
      <Current />
      <Storefront isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>장바구니</p>
        <PayButton request={{ ...request, merchantUid: uid }} />
      </Storefront>
    </InsteadProvider>
  );
}
function Current() {
  return <output aria-label="payment">{useCurrentPayment().status}</output>;
}
