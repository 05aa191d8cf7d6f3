import { findProduct, MOST_OF_ONE, type Product } from './products';

/** Reads what the browser wants to buy. It names no price: whatever else it sends is not looked at. */
export function readCart(body: unknown): { product: Product; quantity: number } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { productId, quantity } = body as Record<string, unknown>;
  const product = findProduct(productId);
  if (!product || typeof quantity !== 'number' || !Number.isInteger(quantity)) return null;
  if (quantity < 1 || quantity > MOST_OF_ONE) return null;
  return { product, quantity };
}
