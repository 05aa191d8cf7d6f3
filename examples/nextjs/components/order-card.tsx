'use client';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { PayButton, PayDeadline } from 'react-instead-pay';
import { askAgain } from '@/app/actions';
import { canAskAgain } from '@/lib/order-stage';
import type { OrderView } from '@/lib/order-view';
import { itemName } from '@/lib/item-name';
import { useWords } from './language';
import { OrderWebhooks } from './order-webhooks';
import { StatusMark } from './status-mark';
import { stageText } from './stage-text';
import { useOrder } from './use-order';

interface OrderCardProps {
  first: OrderView;
  /** On the order's own page: with everything that is known of it. */
  isWhole?: boolean;
  /** It has come up just now, perhaps below what is in sight. */
  isNew?: boolean;
}

/** Where an order stands, by itself: the one place on a page that says so. */
export function OrderCard({ first, isWhole, isNew }: OrderCardProps) {
  const words = useWords();
  const text = words.order;
  const order = useOrder(first);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isNew) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    // It has replaced the card whose button was clicked.
    if (document.activeElement === document.body) card.current?.focus();
  }, [isNew]);

  const { title, hint } = stageText(order, words);
  return (
    <section className="card order" ref={card} tabIndex={-1} data-order={order.stage} aria-label={text.status}>
      <div className="order-status" role="status">
        <StatusMark stage={order.stage} />
        <div>
          <strong>{title}</strong>
          <p>{hint}</p>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt>{text.items}</dt>
          <dd>
            {order.items.map((item) => (
              <span key={item.productId} className="item">
                {itemName(item, words)} × {item.quantity}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{text.total}</dt>
          <dd>{words.won(order.totalAmt)}</dd>
        </div>
        <div>
          <dt>{text.deadline}</dt>
          <dd>
            {order.stage === 'created' || order.stage === 'waiting' ? (
              <PayDeadline expiresAt={order.expiresAt} />
            ) : (
              <time dateTime={new Date(order.expiresAt).toISOString()}>{words.time(order.expiresAt)}</time>
            )}
          </dd>
        </div>
        {isWhole && (
          <div>
            <dt>{text.number}</dt>
            <dd className="number">{order.id}</dd>
          </div>
        )}
      </dl>
      {canAskAgain(order) && (
        <PayButton
          className="pay"
          overlay={false}
          labels={{ sent: words.buy.sent }}
          request={askAgain.bind(null, order.id)}
        >
          {text.again}
        </PayButton>
      )}
      {isWhole ? (
        <OrderWebhooks webhooks={order.webhooks} />
      ) : (
        <Link className="more" href={`/orders/${order.id}`} prefetch={false}>
          {text.details}
        </Link>
      )}
    </section>
  );
}
