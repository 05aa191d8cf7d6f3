import type { Metadata } from 'next';
import Link from 'next/link';
import { PayButton } from 'react-instead-pay';
import { askAgain } from '@/app/actions';
import { GoToSentOrder } from '@/components/go-to-sent-order';
import { StatusBadge } from '@/components/status-badge';
import { itemLine } from '@/lib/item-name';
import { canAskAgain } from '@/lib/order-stage';
import { readViews } from '@/lib/order-view';
import { listOwnOrders } from '@/lib/read-orders';
import { readWords } from '@/lib/read-words';
import { readShopper } from '@/lib/shopper';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).shop.orders, robots: { index: false } };
}

const MOST_SHOWN = 30;

/** `order-1b2c3d4e-…` as `#1b2c3d4e`: enough to distinguish a shopper's orders. */
const shortNumber = (id: string): string => `#${id.split('-')[1]}`;

export default async function Page() {
  const words = await readWords();
  const shopper = await readShopper();
  const sent = shopper ? await listOwnOrders(shopper, MOST_SHOWN) : [];
  const views = await readViews(sent.map(({ id }) => id));
  return (
    <div className="narrow">
      <h1>{words.shop.orders}</h1>
      <GoToSentOrder />
      {views.length === 0 && <p className="soft">{words.order.none}</p>}
      <ul className="orders">
        {views
          .sort((one, other) => other.createdAt - one.createdAt)
          .map((order) => {
            const items = itemLine(order.items, words);
            return (
              <li key={order.id} className="card">
                <div className="line">
                  {/* With a part of the number: two orders of one minute would have the same name. */}
                  <Link href={`/orders/${order.id}`} prefetch={false}>
                    <b>{words.time(order.createdAt)}</b> {items} <small className="soft">{shortNumber(order.id)}</small>
                  </Link>
                  <StatusBadge stage={order.stage} label={words.stages[order.stage]} />
                </div>
                <b>{words.won(order.totalAmt)}</b>
                {canAskAgain(order) && (
                  // A client component in a server component: the request is a Server Action, bound to the order.
                  <PayButton
                    overlay={false}
                    aria-label={words.order.againName(`${items} ${shortNumber(order.id)}`, order.createdAt)}
                    labels={{ sent: words.buy.sent }}
                    request={askAgain.bind(null, order.id)}
                  >
                    {words.order.again}
                  </PayButton>
                )}
              </li>
            );
          })}
      </ul>
    </div>
  );
}
