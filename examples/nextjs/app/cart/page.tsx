import type { Metadata } from 'next';
import { CartCheckout } from '@/components/cart-checkout';
import { products } from '@/lib/products';

export const metadata: Metadata = { title: '장바구니' };

export default function Page() {
  return (
    <div className="narrow">
      <h1>장바구니</h1>
      <CartCheckout products={products} />
    </div>
  );
}
