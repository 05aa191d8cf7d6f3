// drizzle.ts
import { and, eq, inArray } from 'drizzle-orm';
import { type PgDatabase, type PgQueryResultHKT, integer, pgTable, varchar } from 'drizzle-orm/pg-core';
import type { VerifiedPayment } from 'react-instead-pay/server';

export const orders = pgTable('orders', {
  merchantUid: varchar('merchant_uid').primaryKey(),
  totalAmt: integer('total_amt').notNull(),
  status: varchar('status').notNull().default('waiting'),
});
export const payments = pgTable('payments', {
  idempotencyKey: varchar('idempotency_key').primaryKey(),
  merchantUid: varchar('merchant_uid').notNull(),
});

export const createOnPaid =
  (db: PgDatabase<PgQueryResultHKT>) => (order: { merchantUid: string }, payment: VerifiedPayment) =>
    db.transaction(async (tx) => {
      const { idempotencyKey, merchantUid } = payment;
      const inserted = await tx
        .insert(payments)
        .values({ idempotencyKey, merchantUid })
        .onConflictDoNothing()
        .returning();
      if (inserted.length === 0) return;
      await tx
        .update(orders)
        .set({ status: 'paid' })
        .where(and(eq(orders.merchantUid, order.merchantUid), inArray(orders.status, ['waiting', 'failed'])));
    });
