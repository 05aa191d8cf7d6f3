'use client';
import Link from 'next/link';
import { useState } from 'react';
import { PayButton } from 'react-instead-pay';
import { createOrder } from '@/app/actions';
import type { OrderView } from '@/lib/order-view';
import { MOST_OF_ONE, type Product } from '@/lib/products';
import { useSentOrder } from './sent-order';
import { addToCart, useCart } from './cart-store';
import { useWords } from './language';
import { OrderCard } from './order-card';
import { QuantityPicker } from './quantity-picker';

interface BuyThisOneProps {
  product: Product;
  /** What this shopper asked for last, if it was this. */
  lastOrder: OrderView | null;
}

/** One product: how many, the button, and the order that came of it. Or into the cart with it. */
export function BuyThisOne({ product, lastOrder }: BuyThisOneProps) {
  const words = useWords();
  const { buy } = words;
  const { name, unit } = words.products[product.id];
  const [quantity, setQuantity] = useState(1);
  const [said, setSaid] = useState('');
  const inCart = useCart()?.[product.id] ?? 0;
  const isFull = inCart >= MOST_OF_ONE;
  const sent = useSentOrder();
  // What was sent from another page belongs to that product, or to the cart.
  const order = sent?.items.some(({ productId }) => productId === product.id) ? sent : lastOrder;

  function putIn() {
    if (isFull) return setSaid(buy.cartFull(MOST_OF_ONE));
    addToCart(product.id, quantity);
    setSaid(buy.inCart(Math.min(inCart + quantity, MOST_OF_ONE)));
  }

  return (
    <>
      <section className="card cart" aria-labelledby="buy">
        <h2 id="buy">{buy.title}</h2>
        <div className="line">
          <div>
            <b>{name}</b>
            <span className="soft">{unit}</span>
          </div>
          <QuantityPicker product={name} quantity={quantity} most={MOST_OF_ONE} onChange={setQuantity} />
        </div>
        <p className="total">
          <span>{buy.total}</span>
          {/* Shown to the shopper. The server computes the amount due. */}
          <output aria-label={buy.total}>{words.won(product.price * quantity)}</output>
        </p>
        <PayButton
          className="pay"
          overlay={false}
          labels={{ sent: buy.sent }}
          request={createOrder.bind(null, [{ productId: product.id, quantity }])}
        />
        <button type="button" className="plain" aria-disabled={isFull} onClick={putIn}>
          {buy.toCart}
        </button>
        <p className="said" role="status">
          {said}
        </p>
        {said && inCart > 0 && (
          <Link className="more" href="/cart" prefetch={false}>
            {buy.showCart}
          </Link>
        )}
      </section>
      {order && <OrderCard key={order.id} first={order} isNew={order.id !== lastOrder?.id} />}
    </>
  );
}
