import { isOwnPage } from '@/lib/is-own-page';
import { orders } from '@/lib/orders';
import { readBody } from '@/lib/read-body';
import { readPurchase } from '@/lib/read-purchase';
import { greetShopper } from '@/lib/shopper';
import { toPayRequest } from '@/lib/to-pay-request';

const ONE_DAY = 24 * 60 * 60 * 1000;

/** Makes the order, within the shopper's click, and answers with the bill for it. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const purchase = readPurchase(await readBody(request));
  if (!purchase) return Response.json({ error: 'no such thing to buy' }, { status: 400 });
  const order = await orders.create({
    items: purchase.map(({ product, quantity }) => ({
      productId: product.id,
      productName: product.name,
      price: product.price,
      quantity,
    })),
    totalAmt: purchase.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
    expiresAt: Date.now() + ONE_DAY,
    shopper: await greetShopper(),
  });
  return Response.json(toPayRequest(order), { status: 201 });
}
