import { createWebhookHandler, type WebhookHandlerOptions, type WebhookPayload } from 'react-instead-pay/server';
import { createMemoryShop, type MemoryOrder } from './memory-shop.ts';

export const uid = 'imp_1';

/** Creates a shop with one order of 3,000 won that was paid at Instead, and its webhook handler. */
export function openWebhook(changes: Partial<WebhookHandlerOptions<MemoryOrder>> = {}) {
  const shop = createMemoryShop();
  const order = shop.addOrder(3000);
  const { merchantUid } = order;
  shop.payments.set(uid, { status: 'paid', amount: 3000, merchantUid, sandbox: false });
  const webhook = createWebhookHandler({ ...shop.options, ...changes });
  const payload: WebhookPayload = { insteadUid: uid, merchantUid, status: 'paid' };
  return { shop, order, webhook, payload };
}

export async function readResponse(response: Response) {
  return { code: response.status, body: await response.text(), cache: response.headers.get('cache-control') };
}
export const responseOf = (code: number) => ({ code, body: `${code}`, cache: 'no-store' });
