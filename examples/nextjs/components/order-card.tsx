'use client';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { PayDeadline } from 'react-instead-pay';
import { kst } from '@/lib/kst';
import type { OrderView } from '@/lib/order-view';
import { won } from '@/lib/won';
import { OrderWebhooks } from './order-webhooks';
import { StatusMark } from './status-mark';
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
  const order = useOrder(first);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isNew]);

  const { title, hint } = statusText(order);
  return (
    <section className="card order" ref={card} data-order={order.status} aria-label="주문 상태">
      <div className="order-status" role="status">
        <StatusMark status={order.status} />
        <div>
          <strong>{title}</strong>
          <p>{hint}</p>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt>주문</dt>
          <dd>
            {order.items.map(({ productId, productName, quantity }) => (
              <span key={productId} className="item">
                {productName} × {quantity}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>결제 금액</dt>
          <dd>{won(order.totalAmt)}</dd>
        </div>
        <div>
          <dt>결제 기한</dt>
          <dd>
            {order.status === 'created' || order.status === 'waiting' ? (
              <PayDeadline expiresAt={order.expiresAt} />
            ) : (
              <time dateTime={new Date(order.expiresAt).toISOString()}>{kst(order.expiresAt)}</time>
            )}
          </dd>
        </div>
        {isWhole && (
          <div>
            <dt>주문 번호</dt>
            <dd className="number">{order.id}</dd>
          </div>
        )}
      </dl>
      {isWhole ? (
        <OrderWebhooks webhooks={order.webhooks} />
      ) : (
        <Link className="more" href={`/orders/${order.id}`} prefetch={false}>
          주문 자세히 보기
        </Link>
      )}
    </section>
  );
}

function statusText({ status, totalAmt, expiresAt, isInReview }: OrderView): { title: string; hint: string } {
  switch (status) {
    case 'created':
      return { title: '아직 보내지 않은 주문이에요', hint: '요청 창에서 친구에게 보내면 주문이 시작돼요.' };
    case 'waiting':
      return {
        title: '결제를 부탁했어요',
        hint: `친구가 ${kst(expiresAt)}까지 결제할 수 있어요. 결제하면 여기에 바로 나타나요.`,
      };
    case 'paid':
      return { title: '결제 완료', hint: `친구가 ${won(totalAmt)}을 냈어요. 지금부터 구울게요.` };
    case 'cancelled':
      return { title: '취소된 주문이에요', hint: '낸 돈이 있으면 친구에게 돌아가요.' };
    case 'failed':
      return { title: '친구가 결제하지 못했어요', hint: '다른 친구에게 다시 부탁해 보세요.' };
    case 'expired':
      return isInReview
        ? { title: '결제 기한이 지났어요', hint: '기한이 지난 뒤에 들어온 결제를 판매자가 확인하고 있어요.' }
        : { title: '결제 기한이 지났어요', hint: '필요하면 다시 부탁해 보세요.' };
  }
}
