import type { PayRequest } from '../../src/protocol/pay-request.ts';

export const TOMORROW = Date.now() + 24 * 60 * 60 * 1000;

/** Returns a valid request. `sandboxYn` is left to the provider. */
export const makeRequest = (changes: Partial<PayRequest> = {}): PayRequest => ({
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: TOMORROW,
  totalAmt: 3000,
  ...changes,
});
