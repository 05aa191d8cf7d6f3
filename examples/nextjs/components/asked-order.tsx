'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useCurrentPayment } from 'react-instead-pay';
import type { OrderView } from '@/lib/order-view';
import { takeOutOfCart } from './cart-store';
import { tellAsked } from './make-order';

const AskedOrder = createContext<OrderView | null>(null);

/** The order that somebody has just been asked to pay, on whichever page it was begun. */
export const useAskedOrder = (): OrderView | null => useContext(AskedOrder);

/** Tells the server when a bill has been sent. */
export function AskedOrderProvider({ children }: { children: ReactNode }) {
  const [order, setOrder] = useState<OrderView | null>(null);
  const payment = useCurrentPayment();

  // From the page's payment and not from a button's `onSent`: a page that was reloaded meanwhile has another button, and
  // still hears how the payment ended.
  const sent = payment.status === 'sent' ? payment.merchantUid : null;
  useEffect(() => {
    if (!sent) return;
    let isHere = true;
    void tellAsked(sent).then((asked) => {
      if (!asked || !isHere) return;
      takeOutOfCart(asked.items);
      setOrder(asked);
    });
    return () => void (isHere = false);
  }, [sent]);

  return <AskedOrder value={order}>{children}</AskedOrder>;
}
