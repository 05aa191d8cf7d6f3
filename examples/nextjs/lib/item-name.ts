import type { Words } from '@/words';
import { findProduct } from './products';
import type { OrderItem } from './order';

/** Returns the name of what was ordered, in the language of the page. A product that is no longer sold keeps its name of that time. */
export function itemName({ productId, productName }: OrderItem, words: Words): string {
  const product = findProduct(productId);
  return product ? words.products[product.id].name : productName;
}

/** Returns everything that was ordered as one line: `팥 붕어빵 × 2, 군고구마 × 1`. */
export const itemLine = (items: readonly OrderItem[], words: Words): string =>
  items.map((item) => `${itemName(item, words)} × ${item.quantity}`).join(', ');
