import { readNotice, type InsteadHook } from 'react-instead-pay/server';
import { orders } from './orders';

/** Writes down every notice that arrives, true or not, with what it was answered. */
export function recordNotices({ GET, HEAD }: InsteadHook): InsteadHook {
  return {
    HEAD,
    async GET(request) {
      const response = await GET(request);
      // A stranger without the key, or with junk, fills no list.
      if (response.status !== 400 && response.status !== 403) {
        const { merchantUid: orderId, insteadUid, status } = readNotice(request);
        await orders.recordNotice({ orderId, insteadUid, status, at: Date.now(), answer: response.status });
      }
      return response;
    },
  };
}
