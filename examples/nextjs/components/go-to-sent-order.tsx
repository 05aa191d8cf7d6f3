'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { OrderView } from '@/lib/order-view';
import { useSentOrder } from './sent-order';

/** Opens the order's own page once its request was sent from this page. Returns that order meanwhile. */
export function useGoToSentOrder(): OrderView | null {
  const sent = useSentOrder();
  const [sentBefore] = useState(sent);
  const router = useRouter();
  const isNew = sent !== null && sent !== sentBefore;
  useEffect(() => {
    if (isNew) router.push(`/orders/${sent.id}`);
  }, [isNew, sent, router]);
  return isNew ? sent : null;
}

/** The same for a page that is rendered on the server. */
export function GoToSentOrder() {
  useGoToSentOrder();
  return null;
}
