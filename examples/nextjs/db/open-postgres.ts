import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { CHANNEL, MIGRATIONS, type Database } from './database';
import * as schema from './schema';

// Any number, as long as every process of this shop takes the same.
const MIGRATION_LOCK = 20_180_306;

/** A PostgreSQL server, for any number of shops beside each other. */
export async function openPostgres(url: string): Promise<Database> {
  await bringUpToDate(url);
  const sql = postgres(url, {
    connect_timeout: 10,
    connection: {
      // Rather an answer of 500, after which Instead sends the notice again, than a request that waits for ever.
      lock_timeout: 10_000,
      // A machine that is cut off in the middle of a transaction must not keep the order locked.
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return {
    db: drizzle(sql, { schema }),
    async listen(onChange) {
      // Reconnects by itself, and then calls back.
      await sql.listen(CHANNEL, onChange, () => onChange(null));
    },
  };
}

/** Runs the migrations that are missing. Of processes that start together, one does, and the others wait for it. */
async function bringUpToDate(url: string): Promise<void> {
  // One connection, because the lock is the connection's. It goes with it, should the process die.
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
  } finally {
    await sql.end();
  }
}
