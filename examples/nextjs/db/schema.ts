import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const orders = pgTable(
  'orders',
  {
    /** Instead's `merchantUid`. */
    id: text().primaryKey(),
    shopper: text().notNull(),
    status: text({ enum: ['created', 'waiting', 'paid', 'cancelled', 'failed'] }).notNull(),
    /** Won. */
    totalAmt: integer('total_amt').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    paidAt: instant('paid_at'),
    /** The `instead_uid` that paid it. */
    paidBy: text('paid_by'),
  },
  (table) => [
    index('orders_shopper').on(table.shopper, table.createdAt),
    index('orders_created_at').on(table.createdAt),
    check('orders_status', sql`${table.status} in ('created', 'waiting', 'paid', 'cancelled', 'failed')`),
    check('orders_total', sql`${table.totalAmt} > 0`),
    // The last line of defense: whatever the code does, a paid order has a payment.
    check('orders_paid', sql`${table.status} <> 'paid' or ${table.paidBy} is not null`),
  ],
);

/** What was bought, at the price and under the name of that moment. */
export const orderItems = pgTable(
  'order_items',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    productId: text('product_id').notNull(),
    productName: text('product_name').notNull(),
    /** Won, for one. */
    price: integer().notNull(),
    quantity: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.productId] })],
);

/** Every event of a payment that Instead has confirmed. The key is what makes a notice's effect happen once. */
export const payments = pgTable(
  'payments',
  {
    idempotencyKey: text('idempotency_key').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    insteadUid: text('instead_uid').notNull(),
    status: text({ enum: ['paid', 'cancelled', 'failed'] }).notNull(),
    amount: integer().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('payments_order').on(table.orderId)],
);

/** What is to be done after a payment. Written in the same transaction, so that none is lost and none is done twice. */
export const tasks = pgTable(
  'tasks',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    kind: text({ enum: ['bake', 'refund'] }).notNull(),
    insteadUid: text('instead_uid').notNull(),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.kind, table.insteadUid] })],
);

/** What came in at the Hook URI about an order, true or not, and what it was answered. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    insteadUid: text('instead_uid').notNull(),
    status: text().notNull(),
    answer: integer().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('webhooks_order').on(table.orderId, table.id)],
);
