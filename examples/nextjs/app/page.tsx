import { ProductView } from '@/components/product-view';
import { products } from '@/lib/products';

/** What the shop is known for. */
export default function Page() {
  return <ProductView product={products[0]} />;
}
