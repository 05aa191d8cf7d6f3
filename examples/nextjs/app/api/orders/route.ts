import { readClientAddress } from '@/lib/client-address';
import { createOrder } from '@/lib/create-order';
import { isOwnPage } from '@/lib/is-own-page';
import { readBody } from '@/lib/read-body';
import { readPurchase } from '@/lib/read-purchase';
import { greetShopper } from '@/lib/shopper';
import { toPayRequest } from '@/lib/to-pay-request';

const ONE_DAY = 24 * 60 * 60 * 1000;

/** Creates the order, within the shopper's click, and returns its pay request. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const purchase = readPurchase(await readBody(request));
  if (!purchase) return Response.json({ error: 'no such thing to buy' }, { status: 400 });
  const newOrder = {
    items: purchase.map(({ product, quantity }) => ({
      productId: product.id,
      productName: product.name,
      price: product.price,
      quantity,
    })),
    totalAmt: purchase.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
    expiresAt: Date.now() + ONE_DAY,
    shopper: await greetShopper(),
  };
  const order = await createOrder(newOrder, await readClientAddress(request.headers));
  if (!order) {
    return Response.json({ error: 'too many orders' }, { status: 429, headers: { 'Retry-After': '3600' } });
  }
  return Response.json(toPayRequest(order), { status: 201 });
}
