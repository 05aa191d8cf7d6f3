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
  /** What Instead, or somebody in its name, has told the shop about it. */
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

/** How it stands, the clock considered. */
export function statusOf({ status, expiresAt }: Order): OrderView['status'] {
  return (status === 'created' || status === 'waiting') && expiresAt <= Date.now() ? 'expired' : status;
}
