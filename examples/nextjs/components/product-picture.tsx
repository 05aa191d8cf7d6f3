import { pictures } from '@/lib/pictures';
import type { Product } from '@/lib/products';
import { readWords } from '@/lib/read-words';

export async function ProductPicture({ product }: { product: Product }) {
  const { products } = await readWords();
  return (
    <div
      className="picture"
      role="img"
      aria-label={products[product.id].picture}
      // A constant of ours, in the page itself: nothing more to load.
      dangerouslySetInnerHTML={{ __html: pictures[product.id] ?? '' }}
    />
  );
}
