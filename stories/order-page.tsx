import { PayDeadline, useOrderStatus, type OrderStatusOptions, type OrderStatus } from 'react-instead-pay';
import type { ReactNode } from 'react';
import { ORDER_WORDS, PAGE_WORDS } from './order-words.ts';
import './order-page.css';
import { LOCALES, shopLanguage, type StoryLocale } from './locales.ts';

interface OrderPageProps {
  merchantUid: string;
  /** The orders of this shop's server. */
  source: OrderStatusOptions;
  locale: StoryLocale;
  /** The actions after an order can no longer be paid. */
  again?: ReactNode;
}

const MARKS: Record<OrderStatus, string> = { waiting: '…', paid: '✓', cancelled: '–', failed: '!', expired: '×' };

/** The page to which a shop navigates once a request was sent. */
export function OrderPage({ merchantUid, source, locale, again }: OrderPageProps) {
  const order = useOrderStatus(merchantUid, source);
  const { title, hint } = ORDER_WORDS[shopLanguage(locale)][order.status];
  const words = PAGE_WORDS[shopLanguage(locale)];
  return (
    <article className="order" data-order={order.status}>
      {/* Read aloud when it changes. What changes each minute is not in it. */}
      <div className="order-status" role="status">
        <span className="order-mark" aria-hidden="true">
          {MARKS[order.status]}
        </span>
        <p>
          <strong>{title}</strong>
          {hint}
        </p>
      </div>
      {order.status === 'waiting' && order.error !== undefined && (
        <div className="order-unsure">
          <p>{words.unsure}</p>
          <button type="button" onClick={order.refetch}>
            {words.look}
          </button>
        </div>
      )}
      <dl>
        <dt>{words.item}</dt>
        <dd>× 1</dd>
        <dt>{words.amount}</dt>
        <dd>3,000원</dd>
        {order.status === 'waiting' && source.expiresAt !== undefined && (
          <>
            <dt>{words.deadline}</dt>
            <dd>
              <PayDeadline expiresAt={source.expiresAt} locale={LOCALES[locale]} />
            </dd>
          </>
        )}
        <dt>{words.number}</dt>
        <dd>{merchantUid}</dd>
      </dl>
      {(order.status === 'failed' || order.status === 'cancelled' || order.status === 'expired') && <div>{again}</div>}
    </article>
  );
}
