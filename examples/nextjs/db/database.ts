import { join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

export interface Database {
  db: PgDatabase<PgQueryResultHKT, typeof schema>;
  /**
   * Calls back with the number of every order that changes, in this process or another. `null`: the line was down, and
   * any of them may have.
   */
  listen(onChange: (orderId: string | null) => void): Promise<void>;
}

/** Sent by whatever changes an order (`pg_notify`), in the same transaction: it is delivered after the commit. */
export const CHANNEL = 'shop_order_changed';

/** Written by `drizzle-kit generate`, see `drizzle.config.ts`. */
export const MIGRATIONS = join(process.cwd(), 'db/migrations');

// On globalThis: Next bundles every route apart, and each of them would open the database for itself.
const shared = globalThis as typeof globalThis & { __shopDatabase?: Promise<Database> };

/** The shop's database: opened, and brought up to date, by the first who asks. */
export function getDatabase(): Promise<Database> {
  return (shared.__shopDatabase ??= open().catch((error: unknown) => {
    // PostgreSQL may come up after the shop: the next request tries again.
    shared.__shopDatabase = undefined;
    throw error;
  }));
}

async function open(): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error('The build has asked for the database. Make that page dynamic: a build has no orders to show.');
  }
  const url = process.env.DATABASE_URL;
  // Imported here, so that who has a PostgreSQL never loads the other one.
  if (url) return (await import('./open-postgres')).openPostgres(url);
  return (await import('./open-embedded')).openEmbedded(
    process.env.PGLITE_DATA_DIR || join(process.cwd(), '.data/shop'),
  );
}
