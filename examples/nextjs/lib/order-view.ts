import { inArray, sql } from 'drizzle-orm';
import { query } from '@/db/database';
import { orderItems, orders, tasks, webhooks } from '@/db/schema';
import type { Order, OrderItem, OrderStatus } from './order';
import { stageOf, type OrderStage } from './order-stage';

/** What the shopper's browser receives of an order. */
export interface OrderView {
  id: string;
  /** The status for `useOrderStatus`: `created` is `waiting` there, since nobody has paid in either. */
  status: OrderStatus | 'expired';
  /** The status for the shopper: a refund is not a cancellation. */
  stage: OrderStage;
  items: readonly OrderItem[];
  /** Won. */
  totalAmt: number;
  /** Unix ms. */
  createdAt: number;
  /** Unix ms. */
  expiresAt: number;
  /** A payment arrived after that: a person decides whether it still counts. */
  isInReview: boolean;
  /** The webhooks that arrived for it, forged ones included. `answer: null`: it is being processed. */
  webhooks: readonly { at: number; status: string; answer: number | null; copies: number }[];
}

/** An order as a report of it is sent: with the server's clock, since those of phones are wrong by hours. */
export type OrderReportView = OrderView & { now: number };

export const withClock = (view: OrderView): OrderReportView => ({ ...view, now: Date.now() });

export const readView = async (id: string): Promise<OrderView | null> => (await readViews([id]))[0] ?? null;

// Written out: Drizzle drops the table's name where a query has only one.
const items = sql<OrderItem[] | null>`(
  select json_agg(json_build_object('productId', product_id, 'productName', product_name, 'price', price, 'quantity', quantity)
    order by product_name)
  from ${orderItems} where order_id = "orders"."id")`;

const received = sql<OrderView['webhooks'] | null>`(
  select json_agg(json_build_object('at', floor(extract(epoch from at) * 1000), 'status', status, 'answer', answer, 'copies', copies)
    order by id)
  from ${webhooks} where order_id = "orders"."id")`;

const isInReview = sql<boolean>`exists (
  select 1 from ${tasks} where order_id = "orders"."id" and kind = 'refund' and reason = 'late' and done_at is null)`;

/** Returns the orders as their shoppers may see them, now. One query, however many they are. */
export async function readViews(ids: readonly string[]): Promise<OrderView[]> {
  if (ids.length === 0) return [];
  const { id, status, totalAmt, createdAt, expiresAt, paidBy, cancelledAt } = orders;
  const rows = await query((db) =>
    db
      .select({ id, status, totalAmt, createdAt, expiresAt, paidBy, cancelledAt, items, received, isInReview })
      .from(orders)
      .where(inArray(orders.id, [...ids])),
  );
  return rows.map((row) => {
    const expires = row.expiresAt.getTime();
    const cancelled = row.cancelledAt && row.cancelledAt.getTime();
    const order = { status: row.status, expiresAt: expires, paidBy: row.paidBy, cancelledAt: cancelled };
    return {
      id: row.id,
      status: statusOf(order),
      stage: stageOf(order),
      items: row.items ?? [],
      totalAmt: row.totalAmt,
      createdAt: row.createdAt.getTime(),
      expiresAt: expires,
      isInReview: row.isInReview,
      webhooks: row.received ?? [],
    };
  });
}

/** Returns the status with the clock considered. */
export function statusOf({ status, expiresAt }: Pick<Order, 'status' | 'expiresAt'>): OrderView['status'] {
  return (status === 'created' || status === 'waiting') && expiresAt <= Date.now() ? 'expired' : status;
}
