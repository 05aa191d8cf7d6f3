'use client';
import { useCart } from './cart-store';
import { useWords } from './language';
import { NavLink } from './nav-link';

/** The link to the cart, and how much is in it. */
export function CartLink() {
  const { shop } = useWords();
  const count = Object.values(useCart() ?? {}).reduce((sum, quantity) => sum + quantity, 0);
  return (
    <NavLink href="/cart">
      {shop.cart}
      {count > 0 && <span className="count"> {count}</span>}
    </NavLink>
  );
}
