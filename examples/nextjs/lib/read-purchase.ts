import { z } from 'zod';
import { findProduct, MOST_OF_ONE, products, type Product } from './products';

const line = z.object({
  productId: z.enum(products.map(({ id }) => id)),
  quantity: z.int().min(1).max(MOST_OF_ONE),
});

const cart = z.object({
  items: z
    .array(line)
    .min(1)
    .max(products.length)
    // Twice the same thing would be a way around the most that one order may hold of it.
    .refine((items) => new Set(items.map(({ productId }) => productId)).size === items.length),
});

// A whole cart, or "buy this one". A price that is sent along is no part of it, and drops out.
const purchase = z.union([cart, line.transform((one) => ({ items: [one] }))]);

/** Reads what the browser wants to buy: which products, and how many. `null`: nothing that this shop sells like that. */
export function readPurchase(body: unknown): { product: Product; quantity: number }[] | null {
  const { data } = purchase.safeParse(body);
  if (!data) return null;
  return data.items.map(({ productId, quantity }) => ({ product: findProduct(productId)!, quantity }));
}
