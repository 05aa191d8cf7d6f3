import { Checkout } from '@/components/checkout';
import { ProductPicture } from '@/components/product-picture';
import { toView } from '@/lib/order-view';
import { orders } from '@/lib/orders';
import { products } from '@/lib/products';
import { readShopper } from '@/lib/shopper';
import { won } from '@/lib/won';

export default async function Page() {
  const [product] = products;
  const shopper = await readShopper();
  const order = shopper ? await orders.findLastAsked(shopper) : null;
  return (
    <div className="columns">
      <ProductPicture product={product} />
      <div>
        <h1>{product.name}</h1>
        <p className="price">
          {won(product.price)} <span className="soft">{product.unit}</span>
        </p>
        <p className="description">{product.description}</p>
        <Checkout product={product} lastOrder={order && (await toView(order))} />
      </div>
    </div>
  );
}
