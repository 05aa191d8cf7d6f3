'use client';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useCurrentPayment } from 'react-instead-pay';
import type { OrderView } from '@/lib/order-view';
import { takeOutOfCart } from './cart-store';
import { reportSent } from './report-sent';

const SentOrder = createContext<OrderView | null>(null);

/** The order whose request was just sent, on whichever page it was started. */
export const useSentOrder = (): OrderView | null => useContext(SentOrder);

/** Reports to the server that a request was sent. */
export function SentOrderProvider({ children }: { children: ReactNode }) {
  const [order, setOrder] = useState<OrderView | null>(null);
  const payment = useCurrentPayment();

  // From the page's payment and not from a button's `onSent`: a page that was reloaded meanwhile has another button, and
  // still receives the outcome of the payment.
  const sent = payment.status === 'sent' ? payment.merchantUid : null;
  useEffect(() => {
    if (!sent) return;
    let isHere = true;
    void reportSent(sent).then((reported) => {
      if (reported && isHere) setOrder(reported);
    });
    return () => void (isHere = false);
  }, [sent]);

  // Only once every page has the order: the cart's would show for a moment that it is empty.
  useEffect(() => {
    if (order) takeOutOfCart(order.items);
  }, [order]);

  return <SentOrder value={order}>{children}</SentOrder>;
}
