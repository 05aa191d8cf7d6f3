import { isOwnPage } from '@/lib/is-own-page';
import { orders } from '@/lib/orders';
import { readCart } from '@/lib/read-cart';
import { greetShopper } from '@/lib/shopper';
import { toPayRequest } from '@/lib/to-pay-request';

const ONE_DAY = 24 * 60 * 60 * 1000;

/** Makes the order, within the shopper's click, and answers with the bill for it. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return Response.json({ error: 'not from here' }, { status: 403 });
  const cart = readCart(await request.json().catch(() => null));
  if (!cart) return Response.json({ error: 'no such thing to buy' }, { status: 400 });
  const { product, quantity } = cart;
  const order = await orders.create({
    productId: product.id,
    productName: product.name,
    quantity,
    totalAmt: product.price * quantity,
    payUntil: Date.now() + ONE_DAY,
    shopper: await greetShopper(),
  });
  return Response.json(toPayRequest(order), { status: 201 });
}
