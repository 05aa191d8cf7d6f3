'use client';
import Link from 'next/link';
import { useCart } from './cart-store';

/** The way to the cart, and how much is in it. */
export function CartLink() {
  const count = Object.values(useCart() ?? {}).reduce((sum, quantity) => sum + quantity, 0);
  return (
    <Link href="/cart" prefetch={false}>
      장바구니{count > 0 && <span className="count"> {count}</span>}
    </Link>
  );
}
