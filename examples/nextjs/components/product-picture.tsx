import { pictures } from '@/lib/pictures';
import type { Product } from '@/lib/products';

export function ProductPicture({ product }: { product: Product }) {
  return (
    <div
      className="picture"
      role="img"
      aria-label={product.pictureAlt}
      // A constant of ours, in the page itself: nothing more to load.
      dangerouslySetInnerHTML={{ __html: pictures[product.id] ?? '' }}
    />
  );
}
