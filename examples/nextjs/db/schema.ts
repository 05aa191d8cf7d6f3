import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { REFUND_REASONS } from '../lib/refund-reason';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const orders = pgTable(
  'orders',
  {
    /** Instead's `merchantUid`. */
    id: text().primaryKey(),
    shopper: text().notNull(),
    /** Who asks: `name` of the pay request. */
    name: text().notNull().default('김붕어'),
    status: text({ enum: ['created', 'waiting', 'paid', 'cancelled', 'failed'] }).notNull(),
    /** Won. */
    totalAmt: integer('total_amt').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    paidAt: instant('paid_at'),
    /** The `instead_uid` that paid it. */
    paidBy: text('paid_by'),
    /** A keyed hash of the address that ordered, for the limit. Removed by the clean-up after a day. */
    address: text(),
    /** When the staff cancelled it, and who did. A paid order changes its status only once Instead has returned the money. */
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by'),
    /** What became of the open request at Instead when the staff cancelled the order: see `Order`. */
    withdrawal: text({ enum: ['requested', 'done', 'unknown'] }),
    /** When Instead was last asked for payments whose webhook may have been lost. */
    checkedAt: instant('checked_at'),
  },
  (table) => [
    index('orders_shopper').on(table.shopper, table.createdAt),
    index('orders_created_at').on(table.createdAt),
    index('orders_unpaid')
      .on(table.expiresAt)
      .where(sql`${table.status} <> 'paid'`),
    index('orders_address').on(table.address, table.createdAt),
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
  (table) => [index('payments_order').on(table.orderId), index('payments_uid').on(table.insteadUid)],
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
    reason: text({ enum: REFUND_REASONS }),
    /** What a person decided about the money. Without a decision it waits in the staff's list. */
    decision: text({ enum: ['refund', 'accept'] }),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.kind, table.insteadUid] }),
    index('tasks_open')
      .on(table.createdAt)
      .where(sql`${table.doneAt} is null`),
  ],
);

/**
 * The inbox: every webhook that was received, confirmed or not, with the response. Stored before it is processed, once for
 * all its copies. No foreign key: an unknown order's webhook is kept, too.
 */
export const webhooks = pgTable(
  'webhooks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    orderId: text('order_id').notNull(),
    insteadUid: text('instead_uid').notNull(),
    status: text({ enum: ['paid', 'cancelled', 'failed'] }).notNull(),
    copies: integer().notNull().default(1),
    /** When the first copy arrived. A payment is late or not by this moment, however long the shop was down afterwards. */
    at: instant('at').notNull(),
    lastAt: instant('last_at').notNull(),
    /** The last response. `null`: it is being processed, or the process ended before it was. */
    answer: integer(),
    /** Why it was not answered 200: a code, never a message with personal data. */
    reason: text(),
    /** Who of the staff had it processed again, and when. */
    againBy: text('again_by'),
    againAt: instant('again_at'),
  },
  (table) => [
    unique('webhooks_event').on(table.orderId, table.insteadUid, table.status),
    index('webhooks_open')
      .on(table.lastAt)
      .where(sql`${table.answer} is distinct from 200`),
  ],
);

/** The queue: what is to be done later, or again. See `lib/queue.ts`. */
export const jobs = pgTable(
  'jobs',
  {
    kind: text({ enum: ['webhook', 'bake', 'refund', 'withdraw', 'reconcile', 'clean_up'] }).notNull(),
    key: text().notNull(),
    runAt: instant('run_at').notNull(),
    attempts: integer().notNull().default(0),
    /** Until then one process works on it. A process that dies leaves it, and another one takes it over. */
    lockedUntil: instant('locked_until'),
    /** Why the last attempt did not finish it: a code. */
    problem: text(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] }), index('jobs_due').on(table.runAt)],
);

/** Random keys that all processes share, made by the first one that needs them. */
export const secrets = pgTable('secrets', { name: text().primaryKey(), value: text().notNull() });
