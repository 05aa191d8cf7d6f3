import type { PayRequest } from 'react-instead-pay';
import { ko } from '@/words/ko';
import { readClientAddress } from './client-address';
import { createOrder } from './create-order';
import { isOwnPage } from './is-own-page';
import { readPurchase } from './read-purchase';
import { greetShopper } from './shopper';
import { toPayRequest } from './to-pay-request';

const ONE_DAY = 24 * 60 * 60 * 1000;

// A shop with accounts takes it from there. The payer reads it: “김붕어 님이 결제를 부탁했어요”.
const SHOPPER_NAME = '김붕어';

/** `stranger`: another site sent it. `invalid`: this shop sells nothing like that. `too_many`: see `settings.ts`. */
export type PlaceProblem = 'stranger' | 'invalid' | 'too_many';

/**
 * Creates an order from what a browser sent, and returns its pay request: for the Server Actions and for `POST /api/orders`.
 *
 * A request that arrives twice creates two orders. The second one is never sent, so nobody can pay it, and the clean-up deletes it.
 */
export async function placeOrder(body: unknown, request: { headers: Headers }): Promise<PayRequest | PlaceProblem> {
  if (!isOwnPage(request)) return 'stranger';
  const purchase = readPurchase(body);
  if (!purchase) return 'invalid';
  const newOrder = {
    name: SHOPPER_NAME,
    items: purchase.map(({ product, quantity }) => ({
      productId: product.id,
      // What Instead and the payer see is Korean, as Instead is. The shop's own pages translate it.
      productName: ko.products[product.id].name,
      price: product.price,
      quantity,
    })),
    totalAmt: purchase.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
    expiresAt: Date.now() + ONE_DAY,
    shopper: await greetShopper(),
  };
  const order = await createOrder(newOrder, await readClientAddress(request.headers));
  return order ? toPayRequest(order) : 'too_many';
}
