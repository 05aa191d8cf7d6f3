import { join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { toDatabaseError } from './database-error';
import type * as schema from './schema';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  /**
   * Runs queries. Rejects when the database is absent or does not respond in time: a shopper or Instead then gets an error in a
   * few seconds rather than none at all.
   */
  run<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /**
   * Calls back with the number of every order that changes, in this process or another. `null`: the connection was lost, and
   * any order may have changed.
   */
  listen(onChange: (orderId: string | null) => void): Promise<void>;
  close(): Promise<void>;
}

/** Sent by whatever changes an order (`pg_notify`), in the same transaction: it is delivered after the commit. */
export const CHANNEL = 'shop_order_changed';

/** Written by `drizzle-kit generate`, see `drizzle.config.ts`. */
export const MIGRATIONS = join(process.cwd(), 'db/migrations');

// On globalThis: Next bundles each route separately, and each bundle would open its own connections.
const shared = globalThis as typeof globalThis & { __shopDatabase?: Promise<Database> };

/** Returns the shop's database. The first call opens it and runs the migrations. */
export function getDatabase(): Promise<Database> {
  return (shared.__shopDatabase ??= open().catch((error: unknown) => {
    // The next request tries again: the process that has the folder may have ended by then.
    shared.__shopDatabase = undefined;
    throw error;
  }));
}

/** Runs queries outside a transaction. Errors carry no parameters: see {@link toDatabaseError}. */
export async function query<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const { run } = await getDatabase();
  return run(work).catch((error: unknown) => {
    throw toDatabaseError(error);
  });
}

/** Runs queries in one transaction: all of it is committed, or nothing. */
export const transact = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  query((db) => db.transaction(work));

/** Whether a request or the start has opened the database. What runs in the background does not: it would take the folder. */
export const isDatabaseOpen = (): boolean => shared.__shopDatabase !== undefined;

/** Closes the database, if it is open. For the end of the process. */
export async function closeDatabase(): Promise<void> {
  await (await shared.__shopDatabase)?.close();
}

async function open(): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error('The build opened the database. A build has no orders to show. Make that page dynamic.');
  }
  const url = process.env.DATABASE_URL;
  // Imported here, so that a shop on PostgreSQL never loads PGlite.
  if (url) return (await import('./open-postgres')).openPostgres(url);
  return (await import('./open-embedded')).openEmbedded(
    process.env.PGLITE_DATA_DIR || join(process.cwd(), '.data/shop'),
  );
}
