import { readView } from '@/lib/order-view';
import type { Product } from '@/lib/products';
import { findRecentOrder } from '@/lib/read-orders';
import { readWords } from '@/lib/read-words';
import { readShopper } from '@/lib/shopper';
import { BuyThisOne } from './buy-this-one';
import { ProductPicture } from './product-picture';

/** A product, with the shopper's last order of it, if that was sent lately. */
export async function ProductView({ product }: { product: Product }) {
  const words = await readWords();
  const { name, unit, description } = words.products[product.id];
  const shopper = await readShopper();
  const last = shopper ? await findRecentOrder(shopper, product.id) : null;
  return (
    <div className="columns">
      <ProductPicture product={product} />
      <div>
        <h1>{name}</h1>
        <p className="price">
          {words.won(product.price)} <span className="soft">{unit}</span>
        </p>
        <p className="description">{description}</p>
        <BuyThisOne product={product} lastOrder={last === null ? null : await readView(last)} />
      </div>
    </div>
  );
}
