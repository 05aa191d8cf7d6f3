import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { findPostgres } from '../../../scripts/find-postgres.js';
import { findPort } from '../../../scripts/serve-shop.js';

export interface PostgresServer {
  url: string;
  sql: Sql;
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL: empty, in a new folder and on a free port, independent of others on this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = await findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const user = asNobodySpecial();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, ...user };
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initdb, { ...options, stdio: 'ignore' });
  const port = await findPort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'log_min_messages=fatal'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const url = `postgres://shop@127.0.0.1:${port}/postgres`;
  const sql = postgres(url, { onnotice: () => {} });
  await waitUntilReady(server, sql);
  return {
    url,
    sql,
    async stop() {
      await sql.end({ timeout: 1 });
      const gone = new Promise((resolve) => server.once('exit', resolve));
      // "Fast": it ends the sessions in progress rather than waiting for them.
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// PostgreSQL refuses to run as root.
function asNobodySpecial(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (which: string) => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  throw new Error('There is no user on this machine as whom PostgreSQL could run.');
}

async function waitUntilReady(server: ChildProcess, sql: Sql): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended before it was up (${server.exitCode}).`);
    const isUp = await sql`select 1`.then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
