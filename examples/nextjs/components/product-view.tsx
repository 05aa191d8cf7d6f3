import { toView } from '@/lib/order-view';
import { orders } from '@/lib/orders';
import type { Product } from '@/lib/products';
import { readShopper } from '@/lib/shopper';
import { won } from '@/lib/won';
import { BuyThisOne } from './buy-this-one';
import { ProductPicture } from './product-picture';

/** A product, with what this shopper has asked for last. */
export async function ProductView({ product }: { product: Product }) {
  const shopper = await readShopper();
  const order = shopper ? await orders.findLastSent(shopper) : null;
  return (
    <div className="columns">
      <ProductPicture product={product} />
      <div>
        <h1>{product.name}</h1>
        <p className="price">
          {won(product.price)} <span className="soft">{product.unit}</span>
        </p>
        <p className="description">{product.description}</p>
        <BuyThisOne product={product} lastOrder={order && (await toView(order))} />
      </div>
    </div>
  );
}
