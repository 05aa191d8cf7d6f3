import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { CHANNEL, type Database } from './database';
import * as schema from './schema';
import { withDeadline } from './with-deadline';

const HEARTBEAT_MS = 1000;
const MOST_MISSED = 3;
const CONNECT_MS = 4000;
// PostgreSQL itself gives up earlier (`lock_timeout`, `statement_timeout`): this one is for a server that does not respond.
const MOST_RUNNING_MS = 7000;

export interface PostgresConnection {
  run: Database['run'];
  /** Resolves, never rejects, when the server no longer responds. */
  lost: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens a pool, listens for changed orders, and checks both with a heartbeat: a notification that this process sends to itself.
 * A connection whose other end has vanished (fail-over, a firewall that forgot it) reports no error; it only stays silent.
 *
 * @throws when the server cannot be reached in a few seconds
 */
export async function connectPostgres(
  url: string,
  onChange: (orderId: string | null) => void,
): Promise<PostgresConnection> {
  const sql = postgres(url, {
    connect_timeout: 3,
    onnotice: () => {},
    connection: {
      // Rather an answer of 500 than a request that waits for ever.
      lock_timeout: 4000,
      statement_timeout: 6000,
      // A machine that is cut off in the middle of a transaction must not keep the order locked.
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  // Separate from the pool: a busy pool is not a silent one.
  const pulse = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  const end = (seconds: number) => Promise.allSettled([sql.end({ timeout: seconds }), pulse.end({ timeout: 0 })]);

  let missed = 0;
  const beat = `shop_heartbeat_${crypto.randomUUID().replaceAll('-', '')}`;
  const sendBeat = () => pulse`select pg_notify(${beat}, '')`;
  try {
    const listening = Promise.all([
      // Called again after each reconnect: what changed in between was not reported.
      sql.listen(CHANNEL, onChange, () => onChange(null)),
      sql.listen(beat, () => (missed = 0)),
      sendBeat(),
    ]);
    await withDeadline(listening, CONNECT_MS, 'PostgreSQL does not respond.');
  } catch (error) {
    void end(0);
    throw error;
  }

  let onLost: (reason: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => (onLost = resolve));
  const running = new Set<(reason: Error) => void>();
  // Queries that the server still answers have so many seconds.
  const stop = (message: string, seconds: number) => {
    clearInterval(heart);
    const reason = new Error(message);
    onLost(reason);
    if (seconds === 0) for (const reject of running) reject(reason);
    return end(seconds);
  };
  // Counted in beats rather than in time: a process that was busy itself must not blame the server.
  const heart = setInterval(() => {
    if (++missed > MOST_MISSED) void stop('The database does not respond. Its connections are replaced.', 0);
    else sendBeat().catch(() => {});
  }, HEARTBEAT_MS);
  heart.unref();

  const db = drizzle(sql, { schema });
  return {
    lost,
    run: (work) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error('The database did not respond in time.'));
          // One connection of the pool may be cut off while the others work.
          void stop('A connection to the database did not respond. All of them are replaced.', 5);
        }, MOST_RUNNING_MS);
        running.add(reject);
        void work(db)
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(timer);
            running.delete(reject);
          });
      }),
    async close() {
      await stop('The shop is closing its database.', 3);
    },
  };
}
