import type { Metadata } from 'next';
import Link from 'next/link';
import { StatusBadge } from '@/components/status-badge';
import { kst } from '@/lib/kst';
import { statusOf } from '@/lib/order-view';
import { listOwnOrders } from '@/lib/read-orders';
import { readShopper } from '@/lib/shopper';
import { won } from '@/lib/won';

export const metadata: Metadata = { title: '내 주문', robots: { index: false } };

const MOST_SHOWN = 30;

export default async function Page() {
  const shopper = await readShopper();
  const sent = shopper ? await listOwnOrders(shopper, MOST_SHOWN) : [];
  return (
    <div className="narrow">
      <h1>내 주문</h1>
      {sent.length === 0 && <p className="soft">아직 부탁한 주문이 없어요.</p>}
      <ul className="orders">
        {sent.map((order) => (
          <li key={order.id} className="card">
            <div className="line">
              <Link href={`/orders/${order.id}`} prefetch={false}>
                {kst(order.createdAt)}
              </Link>
              <StatusBadge status={statusOf(order)} />
            </div>
            <p>{order.items.map(({ productName, quantity }) => `${productName} × ${quantity}`).join(', ')}</p>
            <b>{won(order.totalAmt)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
