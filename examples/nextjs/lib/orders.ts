import { createDatabaseOrders } from './database-orders';

/**
 * The status of an order. `waiting` is not `paid`: the request was sent. That its time is up is seen from the clock
 * and never written: see `order-view.ts`.
 */
export type OrderStatus = 'created' | 'waiting' | 'paid' | 'cancelled' | 'failed';

export interface OrderItem {
  productId: string;
  productName: string;
  /** Won, for one, when it was ordered. */
  price: number;
  quantity: number;
}

export interface NewOrder {
  items: readonly OrderItem[];
  /** Won. Computed by this server. */
  totalAmt: number;
  /** Until when it may be paid, in Unix ms. */
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
}

/** One event of a payment that Instead has confirmed. */
export interface Payment {
  /** Unique: the same event is written once. */
  idempotencyKey: string;
  insteadUid: string;
  status: 'paid' | 'cancelled' | 'failed';
  amount: number;
}

/** What is to be done after a payment: bake what was paid for, or give back money that nothing was due for. */
export type TaskKind = 'bake' | 'refund';

/** What came in at the Hook URI, true or not, and what it was answered. */
export interface ReceivedWebhook {
  orderId: string;
  insteadUid: string;
  status: string;
  at: number;
  answer: number;
}

/** What the shop keeps. */
export interface Orders {
  create(order: NewOrder): Promise<Order>;
  find(id: string): Promise<Order | null>;
  /** The newest order of this shopper whose request was sent. */
  findLastSent(shopper: string): Promise<Order | null>;
  /** The newest orders first, of one shopper or of all. */
  list(options: { shopper?: string; most: number }): Promise<readonly Order[]>;
  /** The browser says that the bill has been sent. The only thing about an order that a browser may say. */
  markSent(id: string): Promise<Order | null>;
  /** Writes the payment's key, changes the order, and notes what is to be done: all of it or nothing, and once. */
  applyPayment(id: string, payment: Payment): Promise<void>;
  hasPayment(idempotencyKey: string): Promise<boolean>;
  /** The shop gives up an order that nobody has paid. `false`: it is paid, or cancelled already. */
  cancelUnpaid(id: string): Promise<boolean>;
  /** The `instead_uid` of every payment for this order that has been paid and not cancelled. More than one is one too many. */
  listPaidWith(id: string): Promise<readonly string[]>;
  /** The orders for which money is to be given back. */
  listRefunds(): Promise<readonly string[]>;
  recordWebhook(webhook: ReceivedWebhook): Promise<void>;
  listWebhooks(orderId: string): Promise<readonly ReceivedWebhook[]>;
  /** Calls back whenever the order or its notices have changed, or without an `id` any order. Returns the cleanup function. */
  subscribe(id: string | null, listener: () => void): () => void;
}

// On globalThis: Next bundles every route apart, and each of them would listen to the database for itself.
const shared = globalThis as typeof globalThis & { __shopOrders?: Orders };

export const orders: Orders = (shared.__shopOrders ??= createDatabaseOrders());
