'use client';
import Link from 'next/link';
import { MOST_OF_ONE, type Product } from '@/lib/products';
import { setInCart } from './cart-store';
import { useWords } from './language';
import { QuantityPicker } from './quantity-picker';

interface CartLineProps {
  product: Product;
  quantity: number;
  onRemove: () => void;
}

/** One product of the cart. */
export function CartLine({ product: { id, price }, quantity, onRemove }: CartLineProps) {
  const words = useWords();
  const { name } = words.products[id];
  return (
    <li className="line" aria-label={name}>
      <img src={`/pictures/${id}`} alt="" width={72} height={60} />
      <div className="grow">
        <Link href={`/products/${id}`} prefetch={false}>
          {name}
        </Link>
        <span className="soft">{words.won(price * quantity)}</span>
      </div>
      <QuantityPicker product={name} quantity={quantity} most={MOST_OF_ONE} onChange={(next) => setInCart(id, next)} />
      <button type="button" className="remove" aria-label={words.cart.remove(name)} onClick={onRemove}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="m5 5 10 10M15 5 5 15" />
        </svg>
      </button>
    </li>
  );
}
