import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { GoToSentOrder } from '@/components/go-to-sent-order';
import { OrderCard } from '@/components/order-card';
import { readView } from '@/lib/order-view';
import { readWords } from '@/lib/read-words';
import { findOwnOrder } from '@/lib/shopper';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { order, shop } = await readWords();
  const own = await findOwnOrder((await params).id);
  return { title: own ? order.numbered(own.id) : shop.notFound, robots: { index: false } };
}

export default async function Page({ params }: PageProps) {
  const { order: text, shop } = await readWords();
  const own = await findOwnOrder((await params).id);
  const order = own && (await readView(own.id));
  if (!order) notFound();
  return (
    <div className="narrow">
      <h1>{text.title}</h1>
      <OrderCard key={order.id} first={order} isWhole />
      <GoToSentOrder key={`from ${order.id}`} />
      <Link className="more" href="/" prefetch={false}>
        {shop.back}
      </Link>
    </div>
  );
}
