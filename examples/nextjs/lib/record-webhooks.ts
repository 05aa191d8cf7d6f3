import { parseWebhook, type WebhookHandler } from 'react-instead-pay/server';
import { orders } from './orders';

/** Writes down every notice that arrives, true or not, with what it was answered. */
export function recordWebhooks({ GET, HEAD }: WebhookHandler): Pick<WebhookHandler, 'GET' | 'HEAD'> {
  return {
    HEAD,
    async GET(request) {
      const response = await GET(request);
      const { status: answer } = response;
      // A stranger without the key, with junk, or with an order that there is not, fills no list.
      if (answer === 400 || answer === 403 || answer === 404 || answer === 405) return response;
      const { merchantUid: orderId, insteadUid, status } = parseWebhook(request);
      // The payment is decided by now, and its answer stands, whatever becomes of the list.
      await orders
        .recordWebhook({ orderId, insteadUid, status, at: Date.now(), answer })
        .catch((error: unknown) => console.error('A notice could not be written down', error));
      return response;
    },
  };
}
