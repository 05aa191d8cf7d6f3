// kysely.ts
import type { Kysely } from 'kysely';
import type { VerifiedPayment } from 'react-instead-pay/server';

export interface Database {
  orders: { merchant_uid: string; total_amt: number; status: string };
  payments: { idempotency_key: string; merchant_uid: string };
}

export const createOnPaid = (db: Kysely<Database>) => (order: { merchantUid: string }, payment: VerifiedPayment) =>
  db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('payments')
      .values({ idempotency_key: payment.idempotencyKey, merchant_uid: order.merchantUid })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!inserted.numInsertedOrUpdatedRows) return;
    await tx
      .updateTable('orders')
      .set({ status: 'paid' })
      .where('merchant_uid', '=', order.merchantUid)
      .where('status', 'in', ['waiting', 'failed'])
      .execute();
  });
