import { sql } from 'drizzle-orm';
import { CHANNEL, type Db } from '@/db/database';

/** Notifies every process of a changed order. In the transaction: it is delivered on commit, and never on rollback. */
export async function notifyChange(db: Db, orderId: string): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, ${orderId})`);
}
