import { setTimeout as wait } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { connectPostgres, type PostgresConnection } from './connect-postgres';
import { MIGRATIONS, type Database } from './database';
import { withDeadline } from './with-deadline';

// Any number, as long as every process of this shop takes the same.
const MIGRATION_LOCK = 20_180_306;

// Another process may be running the migrations.
const MOST_MIGRATING_MS = 60_000;
const BETWEEN_TRIES_MS = 500;
// Requests wait for the start. After that they get an error until the database is there.
const LONGEST_START_MS = 10_000;
// Only at the start: later, a missing connection is an error at once.
const FIRST_CONNECTION_MS = 2000;

/**
 * Connects to a PostgreSQL server, for any number of shops beside each other. Resolves after the first try, successful or not,
 * and after ten seconds at most: it keeps trying, and a shop whose database comes up later needs no restart.
 */
export async function openPostgres(url: string): Promise<Database> {
  const listeners = new Set<(orderId: string | null) => void>();
  const notify = (orderId: string | null) => listeners.forEach((listener) => listener(orderId));
  let connection: PostgresConnection | null = null;
  let hasConnected = false;
  let isClosed = false;
  let isMigrated = false;
  let reported = '';
  let onFirst = () => {};
  const first = new Promise<void>((resolve) => (onFirst = resolve));

  async function connect(): Promise<void> {
    if (!isMigrated) await bringUpToDate(url);
    isMigrated = true;
    const opened = await connectPostgres(url, notify);
    if (isClosed) return opened.close();
    connection = opened;
    hasConnected = true;
    reported = '';
    onFirst();
    // What changed while there was no connection, nobody has reported.
    notify(null);
    void opened.lost.then((reason) => {
      if (connection === opened) connection = null;
      if (isClosed) return;
      console.error(reason.message);
      void keepTrying();
    });
  }

  async function tryOnce(): Promise<boolean> {
    try {
      await connect();
      return true;
    } catch (error) {
      // Once, not twice a second.
      const message = error instanceof Error ? error.message : String(error);
      if (message !== reported) console.error(`The shop has no database: ${message}`);
      reported = message;
      return false;
    }
  }

  async function keepTrying(): Promise<void> {
    while (!isClosed && !(await tryOnce())) await wait(BETWEEN_TRIES_MS, undefined, { ref: false });
  }

  const tried = tryOnce().then((isUp) => void (isUp || keepTrying()));
  await Promise.race([tried, wait(LONGEST_START_MS, undefined, { ref: false })]);

  return {
    async run(work) {
      if (!connection && !hasConnected) await withDeadline(first, FIRST_CONNECTION_MS, 'The database is not up yet.');
      const current = connection;
      if (!current) throw new Error('The database does not respond. The shop is trying to reconnect.');
      return current.run(work);
    },
    listen(onChange) {
      listeners.add(onChange);
      return Promise.resolve();
    },
    async close() {
      isClosed = true;
      await connection?.close();
    },
  };
}

/** Runs the missing migrations. Of processes that start together, one does, and the others wait for it. */
async function bringUpToDate(url: string): Promise<void> {
  // One connection, because the lock is the connection's. It ends with it, should the process die.
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const run = async () => {
      await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
      await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    };
    await withDeadline(run(), MOST_MIGRATING_MS, 'The migrations did not end in time.');
  } finally {
    await sql.end({ timeout: 1 });
  }
}
