import { readView } from '@/lib/order-view';
import type { Product } from '@/lib/products';
import { listOwnOrders } from '@/lib/read-orders';
import { readShopper } from '@/lib/shopper';
import { won } from '@/lib/won';
import { BuyThisOne } from './buy-this-one';
import { ProductPicture } from './product-picture';

/** A product, with the shopper's last order that was sent. */
export async function ProductView({ product }: { product: Product }) {
  const shopper = await readShopper();
  const [last] = shopper ? await listOwnOrders(shopper, 1) : [];
  return (
    <div className="columns">
      <ProductPicture product={product} />
      <div>
        <h1>{product.name}</h1>
        <p className="price">
          {won(product.price)} <span className="soft">{product.unit}</span>
        </p>
        <p className="description">{product.description}</p>
        <BuyThisOne product={product} lastOrder={last ? await readView(last.id) : null} />
      </div>
    </div>
  );
}
