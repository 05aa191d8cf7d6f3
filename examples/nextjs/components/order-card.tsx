'use client';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { OrderStatus, PayButton } from 'react-instead-pay';
import { askAgain } from '@/app/actions';
import { itemName } from '@/lib/item-name';
import { canAskAgain } from '@/lib/order-stage';
import type { OrderView } from '@/lib/order-view';
import { useWords } from './language';
import { OrderWebhooks } from './order-webhooks';
import { StatusMark } from './status-mark';
import { labelsFor, stageHint } from './stage-text';
import { useOrder } from './use-order';

interface OrderCardProps {
  first: OrderView;
  /** On the order's own page: with everything that is known of it. */
  isWhole?: boolean;
  /** It has come up just now, perhaps below what is in sight. */
  isNew?: boolean;
}

/** An order, kept up to date by `OrderStatus`: the one place on a page that shows its status. */
export function OrderCard({ first, isWhole, isNew }: OrderCardProps) {
  const words = useWords();
  const text = words.order;
  const { view, source, viewFor } = useOrder(first);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    // It has replaced the card whose button was clicked.
    if (document.activeElement === document.body) card.current?.focus();
  }, [isNew]);

  return (
    <OrderStatus
      className="card order"
      ref={card}
      role="region"
      aria-label={text.status}
      tabIndex={-1}
      merchantUid={first.id}
      labels={labelsFor(view, words)}
      {...source}
    >
      {({ status }) => {
        const order = viewFor(status);
        return (
          <>
            <StatusMark stage={order.stage} />
            <p className="hint">{stageHint(order, words)}</p>
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
                  <time dateTime={new Date(order.expiresAt).toISOString()}>{words.time(order.expiresAt)}</time>
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
          </>
        );
      }}
    </OrderStatus>
  );
}
