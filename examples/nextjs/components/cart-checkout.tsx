'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { PayButton } from 'react-instead-pay';
import { MOST_OF_ONE, type Product } from '@/lib/products';
import { won } from '@/lib/won';
import { useSentOrder } from './sent-order';
import { setInCart, useCart } from './cart-store';
import { makeOrder } from './make-order';
import { payLabels } from './pay-labels';
import { QuantityPicker } from './quantity-picker';

/** What is in the cart, and the button for all of it. Once it has been sent, the order's own page takes over. */
export function CartCheckout({ products }: { products: readonly Product[] }) {
  const cart = useCart();
  const asked = useSentOrder();
  const [sentBefore] = useState(asked);
  const router = useRouter();
  useEffect(() => {
    if (asked && asked !== sentBefore) router.push(`/orders/${asked.id}`);
  }, [asked, sentBefore, router]);

  if (!cart) return <p className="soft">담은 것을 보고 있어요.</p>;
  const lines = products.flatMap((product) => {
    const quantity = cart[product.id];
    return quantity ? [{ product, quantity }] : [];
  });
  if (lines.length === 0) {
    return (
      <section className="card">
        <p>아직 담은 것이 없어요.</p>
        <Link className="more" href="/products" prefetch={false}>
          메뉴 보기
        </Link>
      </section>
    );
  }
  const total = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
  return (
    <section className="card cart" aria-label="담은 것">
      <ul className="lines">
        {lines.map(({ product, quantity }) => (
          <li key={product.id} className="line" aria-label={product.name}>
            <img src={`/pictures/${product.id}`} alt="" width={72} height={60} />
            <div className="grow">
              <Link href={`/products/${product.id}`} prefetch={false}>
                {product.name}
              </Link>
              <span className="soft">{won(product.price * quantity)}</span>
            </div>
            <QuantityPicker quantity={quantity} most={MOST_OF_ONE} onChange={(next) => setInCart(product.id, next)} />
            <button
              type="button"
              className="remove"
              aria-label={`${product.name} 빼기`}
              onClick={() => setInCart(product.id, 0)}
            >
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d="m5 5 10 10M15 5 5 15" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <p className="total">
        <span>합계</span>
        {/* Shown to the shopper. The server computes the amount due. */}
        <output aria-label="합계">{won(total)}</output>
      </p>
      <PayButton
        className="pay"
        overlay={false}
        labels={payLabels}
        request={() => makeOrder(lines.map(({ product, quantity }) => ({ productId: product.id, quantity })))}
      />
    </section>
  );
}
