'use client';
import Link from 'next/link';
import { useState } from 'react';
import { PayButton } from 'react-instead-pay';
import type { OrderView } from '@/lib/order-view';
import { MOST_OF_ONE, type Product } from '@/lib/products';
import { won } from '@/lib/won';
import { useSentOrder } from './sent-order';
import { addToCart, useCart } from './cart-store';
import { makeOrder } from './make-order';
import { OrderCard } from './order-card';
import { payLabels } from './pay-labels';
import { QuantityPicker } from './quantity-picker';

interface BuyThisOneProps {
  product: Product;
  /** What this shopper asked for last, if anything. */
  lastOrder: OrderView | null;
}

/** One product: how many, the button, and the order that came of it. Or into the cart with it. */
export function BuyThisOne({ product, lastOrder }: BuyThisOneProps) {
  const [quantity, setQuantity] = useState(1);
  const [hasAdded, setHasAdded] = useState(false);
  const inCart = useCart()?.[product.id] ?? 0;
  const asked = useSentOrder();
  const order = asked ?? lastOrder;
  return (
    <>
      <section className="card cart" aria-labelledby="buy">
        <h2 id="buy">바로 부탁하기</h2>
        <div className="line">
          <div>
            <b>{product.name}</b>
            <span className="soft">{product.unit}</span>
          </div>
          <QuantityPicker quantity={quantity} most={MOST_OF_ONE} onChange={setQuantity} />
        </div>
        <p className="total">
          <span>합계</span>
          {/* Shown to the shopper. The server computes the amount due. */}
          <output aria-label="합계">{won(product.price * quantity)}</output>
        </p>
        <PayButton
          className="pay"
          overlay={false}
          labels={payLabels}
          request={() => makeOrder([{ productId: product.id, quantity }])}
        />
        <button
          type="button"
          className="plain"
          disabled={inCart >= MOST_OF_ONE}
          onClick={() => {
            addToCart(product.id, quantity);
            setHasAdded(true);
          }}
        >
          장바구니에 담기
        </button>
        <p className="said" aria-live="polite">
          {hasAdded && inCart > 0 && (
            <>
              {inCart >= MOST_OF_ONE ? `한 번에 ${MOST_OF_ONE}개까지 담을 수 있어요. ` : `${inCart}개를 담았어요. `}
              <Link href="/cart" prefetch={false}>
                담은 것 보기
              </Link>
            </>
          )}
        </p>
      </section>
      {order && <OrderCard key={order.id} first={order} isNew={order.id !== lastOrder?.id} />}
    </>
  );
}
