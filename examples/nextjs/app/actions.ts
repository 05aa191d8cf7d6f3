'use server';
import { headers } from 'next/headers';
import type { PayRequest } from 'react-instead-pay';
import type { OrderLine } from '@/lib/order';
import { placeOrder } from '@/lib/place-order';
import { findOwnOrder } from '@/lib/shopper';

// Anybody can call a Server Action with anything: it is an address like any other. So the types below promise nothing, and
// `placeOrder` reads the arguments with a schema. Next itself compares Origin and Host, and limits the size (next.config.ts).

/**
 * Creates the order, within the shopper's click, and returns its pay request. Bound to what is bought, it is the `request` of a
 * `PayButton`: `createOrder.bind(null, items)`.
 *
 * @throws what the button shows as a failed request
 */
export async function createOrder(items: readonly OrderLine[]): Promise<PayRequest> {
  const placed = await placeOrder({ items }, { headers: await headers() });
  if (typeof placed === 'string') throw new Error(`The order was refused: ${placed}`);
  return placed;
}

/** Creates an order for the same items as one of the shopper's own, at today's prices. The old one stays as it is. */
export async function askAgain(orderId: string): Promise<PayRequest> {
  const order = await findOwnOrder(orderId);
  if (!order) throw new Error('The order was refused: there is no such order');
  return createOrder(order.items.map(({ productId, quantity }) => ({ productId, quantity })));
}
