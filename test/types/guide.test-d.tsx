// The guide's example (step 4), unchanged, and pages that use it. Checked by `tsc` and never run.
import { InsteadProvider, PayButton, useOrderStatus, useInsteadPay, type PayRequest } from 'react-instead-pay';

export const example: PayRequest = {
  name: '김스테드',
  merchantUid: 'itsm_' + new Date().getTime(),
  itemList: [
    {
      itemName: '슬레진저 2017 신상 남여공용 운동화/스니커즈, 겨울 신상 특가 상품',
      imgUrl: '',
      itemAmt: 2000,
      orderUrl: 'https://www.instead-corp.co.kr',
    },
    {
      itemName: 'Shoes & Handbags',
      imgUrl: 'https://images-eu.ssl-images-amazon.com/images/G/31/img15/Shoes/CatNav/p._V293117552_.jpg',
      itemAmt: 1000,
      orderUrl: 'https://www.instead-corp.co.kr',
    },
  ],
  payEndDttm: '1520302281201',
  sandboxYn: '1',
  totalAmt: 3000,
  request_cb: function (res) {
    console.log(res.result + ',' + res.method);
  },
};

// Written inline in the call, the literal types are inferred.
export function Guide() {
  const { pay, state } = useInsteadPay();
  const onClick = () =>
    pay({
      name: '김스테드',
      merchantUid: 'itsm_1',
      itemList: [{ itemName: '가방', itemAmt: 1 }],
      payEndDttm: '1520302281201',
      sandboxYn: '1',
      totalAmt: 3000,
    });
  return <button onClick={() => void onClick()}>{state.status}</button>;
}

export const page = (
  <InsteadProvider clientId="my-shop" sandbox>
    <PayButton request={() => Promise.resolve(example)} className="wide" disabled onSent={() => {}} />
    <Guide />
  </InsteadProvider>
);

// @ts-expect-error neither clientId nor adapter
export const withoutClient = <InsteadProvider sandbox />;

// Only the order status, which comes from the shop's server, can be `paid`.
export function Order() {
  const order = useOrderStatus('itsm_1', { fetchStatus: async () => ({ status: 'waiting' }) });
  switch (order.status) {
    case 'waiting':
      return <p>{order.timeLeft}</p>;
    case 'paid':
    case 'cancelled':
    case 'failed':
    case 'expired':
      // @ts-expect-error a settled order has no time left
      return <p>{order.timeLeft}</p>;
  }
}
