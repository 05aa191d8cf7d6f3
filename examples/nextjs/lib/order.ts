/**
 * The status of an order. `waiting` is not `paid`: the request was sent. An expired order is never written as such: the clock
 * decides, see `order-view.ts`.
 */
export type OrderStatus = 'created' | 'waiting' | 'paid' | 'cancelled' | 'failed';

/** What a shopper orders of one product. */
export interface OrderLine {
  productId: string;
  quantity: number;
}

export interface OrderItem extends OrderLine {
  /** In Korean, when it was ordered. */
  productName: string;
  /** Won, for one, when it was ordered. */
  price: number;
}

export type Withdrawal = 'requested' | 'done' | 'unknown';

export interface NewOrder {
  /** Who asks. The payer reads it, and the staff find the order by it. */
  name: string;
  items: readonly OrderItem[];
  /** Won. Computed by this server. */
  totalAmt: number;
  /** Unix ms. A later payment does not pay the order by itself: a person decides. */
  expiresAt: number;
  /** Whose it is: see `shopper.ts`. */
  shopper: string;
}

export interface Order extends NewOrder {
  /** Instead's `merchantUid`. */
  id: string;
  status: OrderStatus;
  createdAt: number;
  sentAt: number | null;
  paidAt: number | null;
  /** The payment that paid it. */
  paidBy: string | null;
  cancelledAt: number | null;
  cancelledBy: string | null;
  /**
   * What became of the open request at Instead when the staff cancelled the order: `requested`, the queue asks Instead to cancel it;
   * `done`, it cannot be paid any more; `unknown`, its number is not known, and it can still be paid. `null`: nothing to cancel.
   */
  withdrawal: Withdrawal | null;
}

/** One event of a payment that Instead has confirmed. */
export interface Payment {
  /** Unique: the same event is written once. */
  idempotencyKey: string;
  insteadUid: string;
  status: 'paid' | 'cancelled' | 'failed';
  /** Won. */
  amount: number;
}
