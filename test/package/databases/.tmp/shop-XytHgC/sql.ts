// sql.ts
import type { Pool } from 'pg';
import type { VerifiedPayment } from 'react-instead-pay/server';

export const createOnPaid = (pool: Pool) => async (order: { merchantUid: string }, payment: VerifiedPayment) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const inserted = await client.query(
      'insert into payments (idempotency_key, merchant_uid) values ($1, $2) on conflict do nothing',
      [payment.idempotencyKey, order.merchantUid],
    );
    if (inserted.rowCount) {
      await client.query(
        "update orders set status = 'paid' where merchant_uid = $1 and status in ('waiting', 'failed')",
        [order.merchantUid],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
