import { createInsteadHook } from 'react-instead-pay/server';

const nothing = async () => {};
export const { GET, HEAD } = createInsteadHook({
  findOrder: async () => null,
  lookupPayment: async () => null,
  onPaid: nothing,
  onCancelled: nothing,
  onFailed: nothing,
});
