'use client';

interface QuantityPickerProps {
  quantity: number;
  most: number;
  onChange: (quantity: number) => void;
}

export function QuantityPicker({ quantity, most, onChange }: QuantityPickerProps) {
  return (
    <div className="quantity" role="group" aria-label="수량">
      <button type="button" aria-label="수량 줄이기" disabled={quantity <= 1} onClick={() => onChange(quantity - 1)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      </button>
      <output aria-label="수량">{quantity}</output>
      <button type="button" aria-label="수량 늘리기" disabled={quantity >= most} onClick={() => onChange(quantity + 1)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12M10 4v12" />
        </svg>
      </button>
    </div>
  );
}
