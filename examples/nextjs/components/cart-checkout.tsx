'use client';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { PayButton } from 'react-instead-pay';
import { createOrder } from '@/app/actions';
import { products, type Product } from '@/lib/products';
import { CartLine } from './cart-line';
import { setInCart, useCart } from './cart-store';
import { useGoToSentOrder } from './go-to-sent-order';
import { useWords } from './language';

/** What is in the cart, and the button for all of it. Once it has been sent, the order's own page takes over. */
export function CartCheckout() {
  const words = useWords();
  const { buy, cart: text } = words;
  const cart = useCart();
  const sent = useGoToSentOrder();
  const [said, setSaid] = useState('');
  const content = useRef<HTMLDivElement>(null);
  // The line that was removed, by its place: what is there now gets the focus.
  const removed = useRef<number | null>(null);

  const lines = products.flatMap((product) => {
    const quantity = cart?.[product.id];
    return quantity ? [{ product, quantity }] : [];
  });
  const sum = (of: typeof lines) => of.reduce((total, { product, quantity }) => total + product.price * quantity, 0);

  useEffect(() => {
    if (removed.current === null) return;
    const buttons = [...(content.current?.querySelectorAll<HTMLElement>('.remove') ?? [])];
    const next = buttons[removed.current] ?? buttons.at(-1) ?? content.current?.querySelector('a');
    removed.current = null;
    next?.focus();
  });

  function remove(product: Product, index: number) {
    const { name } = words.products[product.id];
    const left = lines.filter((line) => line.product !== product);
    setSaid(left.length > 0 ? text.removed(name, sum(left)) : text.removedLast(name));
    removed.current = index;
    setInCart(product.id, 0);
  }

  function renderContent() {
    // Sent: the cart has been emptied, and an empty cart is not what the shopper should see on the way to the order.
    if (sent) return <p className="soft">{text.leaving}</p>;
    if (!cart) return <p className="soft">{text.loading}</p>;
    if (lines.length === 0) {
      return (
        <section className="card">
          <p>{text.empty}</p>
          <Link className="more" href="/products" prefetch={false}>
            {text.toMenu}
          </Link>
        </section>
      );
    }
    return (
      <section className="card cart" aria-label={text.content}>
        <ul className="lines">
          {lines.map(({ product, quantity }, index) => (
            <CartLine key={product.id} {...{ product, quantity }} onRemove={() => remove(product, index)} />
          ))}
        </ul>
        <p className="total">
          <span>{buy.total}</span>
          {/* Shown to the shopper. The server computes the amount due. */}
          <output aria-label={buy.total}>{words.won(sum(lines))}</output>
        </p>
        <PayButton
          className="pay"
          overlay={false}
          labels={{ sent: buy.sent }}
          request={createOrder.bind(
            null,
            lines.map(({ product, quantity }) => ({ productId: product.id, quantity })),
          )}
        />
      </section>
    );
  }

  return (
    <div ref={content}>
      {renderContent()}
      <p className="said" role="status">
        {said}
      </p>
    </div>
  );
}
