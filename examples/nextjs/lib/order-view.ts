import { orders, type Order, type OrderItem, type OrderStatus } from './orders';

/** What the shopper's browser is told of an order. */
export interface OrderView {
  id: string;
  status: OrderStatus | 'expired';
  items: readonly OrderItem[];
  /** Won. */
  totalAmt: number;
  /** Unix ms. */
  expiresAt: number;
  /** The webhooks about it, from Instead or in its name. */
  webhooks: readonly { at: number; status: string; answer: number }[];
}

/** The order as its shopper may see it, now. */
export async function toView(order: Order): Promise<OrderView> {
  const { id, items, totalAmt, expiresAt } = order;
  const webhooks = await orders.listWebhooks(id);
  return {
    id,
    status: statusOf(order),
    items,
    totalAmt,
    expiresAt,
    webhooks: webhooks.map(({ at, status, answer }) => ({ at, status, answer })),
  };
}

/** The status, with the clock taken into account. */
export function statusOf({ status, expiresAt }: Order): OrderView['status'] {
  return (status === 'created' || status === 'waiting') && expiresAt <= Date.now() ? 'expired' : status;
}
