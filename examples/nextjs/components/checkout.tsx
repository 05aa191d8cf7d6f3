'use client';
import { useEffect, useState } from 'react';
import { PayButton, PayOverlay, useCurrentPayment, type PayLabels } from 'react-instead-pay';
import type { OrderView } from '@/lib/order-view';
import { MOST_OF_ONE, type Product } from '@/lib/products';
import { won } from '@/lib/won';
import { makeOrder, tellAsked } from './make-order';
import { OrderCard } from './order-card';
import { QuantityPicker } from './quantity-picker';

// The order's card says where the order stands. The button says only what it did, which stays true once the friend has paid.
const labels: PayLabels = { sent: '요청을 보냈어요' };

interface CheckoutProps {
  product: Product;
  /** What this shopper asked for last, if anything. */
  lastOrder: OrderView | null;
}

/** The cart, the button, and the order that came of it. */
export function Checkout({ product, lastOrder }: CheckoutProps) {
  const [quantity, setQuantity] = useState(1);
  const [order, setOrder] = useState(lastOrder);
  const payment = useCurrentPayment();

  // From the page's payment and not from the button's `onSent`: a page that was reloaded meanwhile has another button, and
  // still hears how the payment ended.
  const sent = payment.status === 'sent' ? payment.merchantUid : null;
  useEffect(() => {
    if (!sent) return;
    let isHere = true;
    void tellAsked(sent).then((asked) => {
      if (asked && isHere) setOrder(asked);
    });
    return () => void (isHere = false);
  }, [sent]);

  // Shown to the shopper. What is due, the server reckons for itself.
  const total = product.price * quantity;
  return (
    <>
      <section className="card cart" aria-labelledby="cart">
        <h2 id="cart">장바구니</h2>
        <div className="line">
          <div>
            <b>{product.name}</b>
            <span className="soft">{product.unit}</span>
          </div>
          <QuantityPicker quantity={quantity} most={MOST_OF_ONE} onChange={setQuantity} />
        </div>
        <p className="total">
          <span>합계</span>
          <output aria-label="합계">{won(total)}</output>
        </p>
        <PayButton
          className="pay"
          overlay={false}
          labels={labels}
          request={() => makeOrder({ productId: product.id, quantity })}
        />
      </section>
      {/* For whichever payment runs: also for one that was under way when the page was reloaded. */}
      <PayOverlay />
      {order && <OrderCard key={order.id} first={order} isNew={order.id !== lastOrder?.id} />}
    </>
  );
}
