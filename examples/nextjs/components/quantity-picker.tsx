'use client';
import { useAnnounce } from './announcer';
import { useWords } from './language';

interface QuantityPickerProps {
  /** The product's name. It is part of the buttons' names: a cart has several of them. */
  product: string;
  quantity: number;
  most: number;
  onChange: (quantity: number) => void;
}

/** Chooses how many. A button at its limit can still be focused, and announces why it does nothing. */
export function QuantityPicker({ product, quantity, most, onChange }: QuantityPickerProps) {
  const { buy } = useWords();
  const announce = useAnnounce();
  const [isLeast, isMost] = [quantity <= 1, quantity >= most];
  return (
    <div className="quantity" role="group" aria-label={buy.quantityOf(product)}>
      <button
        type="button"
        aria-label={buy.less(product)}
        aria-disabled={isLeast}
        onClick={() => (isLeast ? announce(buy.least) : onChange(quantity - 1))}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      </button>
      <output aria-label={buy.quantity}>{quantity}</output>
      <button
        type="button"
        aria-label={buy.more(product)}
        aria-disabled={isMost}
        onClick={() => (isMost ? announce(buy.most(most)) : onChange(quantity + 1))}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12M10 4v12" />
        </svg>
      </button>
    </div>
  );
}
