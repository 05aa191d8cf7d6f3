import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { OrderCard } from '@/components/order-card';
import { readView } from '@/lib/order-view';
import { findOwnOrder } from '@/lib/shopper';

export const metadata: Metadata = { title: '내 주문', robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const own = await findOwnOrder((await params).id);
  const order = own && (await readView(own.id));
  if (!order) notFound();
  return (
    <div className="narrow">
      <h1>내 주문</h1>
      <OrderCard first={order} isWhole />
      <Link className="more" href="/" prefetch={false}>
        쇼핑몰로 돌아가기
      </Link>
    </div>
  );
}
