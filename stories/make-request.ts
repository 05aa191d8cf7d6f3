import type { PayRequest } from 'react-instead-pay';

const DAY = 24 * 60 * 60 * 1000;

/** The payment request of the stories. */
export const makeRequest = (merchantUid = 'order-1042'): PayRequest => ({
  name: '김스테드',
  merchantUid,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + DAY,
  totalAmt: 3000,
});
