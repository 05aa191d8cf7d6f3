import { createMemoryOrders } from './memory-orders';

/**
 * How an order stands. `asked` is not `paid`: somebody has been sent the bill. That its time is up is seen from the clock
 * and never written: see `order-view.ts`.
 */
export type OrderStatus = 'made' | 'asked' | 'paid' | 'cancelled' | 'failed';

export interface NewOrder {
  productId: string;
  productName: string;
  quantity: number;
  /** Won. Reckoned by this server. */
  totalAmt: number;
  /** Until when it may be paid, in Unix ms. */
  payUntil: number;
  /** Whose it is: see `shopper.ts`. */
  shopper: string;
}

export interface Order extends NewOrder {
  /** Instead's `merchantUid`. */
  id: string;
  status: OrderStatus;
  madeAt: number;
  askedAt?: number;
  paidAt?: number;
  /** The payment that paid it. */
  paidBy?: string;
}

/** One event of a payment that Instead has confirmed. */
export interface Payment {
  /** Unique: the same event is written once. */
  key: string;
  insteadUid: string;
  status: 'paid' | 'cancelled' | 'failed';
  amount: number;
}

/** What came in at the Hook URI, true or not, and what it was answered. */
export interface Notice {
  orderId: string;
  insteadUid: string;
  status: string;
  at: number;
  answer: number;
}

/** What the shop keeps. In memory here; a database has the same six questions to answer. */
export interface Orders {
  create(order: NewOrder): Promise<Order>;
  find(id: string): Promise<Order | null>;
  /** The newest order of this shopper that somebody has been asked to pay. */
  findLastAsked(shopper: string): Promise<Order | null>;
  /** The browser says that the bill has been sent. The only thing about an order that a browser may say. */
  markAsked(id: string): Promise<Order | null>;
  /** Writes the payment's key and changes the order, both or neither: in a database, one transaction. */
  applyPayment(id: string, payment: Payment): Promise<void>;
  hasPayment(key: string): Promise<boolean>;
  recordNotice(notice: Notice): Promise<void>;
  listNotices(orderId: string): Promise<readonly Notice[]>;
  /** Calls back whenever the order or its notices have changed. Returns the undo. */
  subscribe(id: string, listener: () => void): () => void;
}

// On globalThis: Next bundles every route apart, and each of them would have a module, and orders, of its own.
const shared = globalThis as typeof globalThis & { __shopOrders?: Orders };

export const orders: Orders = (shared.__shopOrders ??= createMemoryOrders());
