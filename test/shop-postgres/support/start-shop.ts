import type { ChildProcess } from 'node:child_process';
import { findPort, startNext, waitUntilReady } from '../../../scripts/serve-shop.js';

const SECRET = 'said-in-the-hook-uri';
export const ADMIN_KEY = 'mina:key-of-mina-0123456789,jun:key-of-jun-01234567890';

export interface Shop {
  origin: string;
  /** Sends it a webhook, as anybody can. The status of the response. */
  hear(notice: Record<string, string> | string): Promise<number>;
  /** Logs in as one of the staff: Mina, unless it is Jun's key. */
  logIn(key?: string): Promise<Staff>;
  /** Ends it without a chance to tidy up: SIGKILL. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** The code or signal with which it ended. */
  ended: Promise<number | string>;
  output(): string;
}

export interface Staff {
  /** Posts as a button of the admin page does. */
  post(path: string): Promise<{ status: number; outcome?: string }>;
  /** The admin page's HTML. `search`: its pages, such as `?owed=2`. */
  page(search?: string): Promise<string>;
}

export interface ShopSettings {
  databaseUrl: string;
  instead: string;
  env?: Record<string, string>;
  /** Whether it has to have its database before this resolves. */
  isWaitingForDatabase?: boolean;
}

/** Starts the built shop on a PostgreSQL, with Instead at another address. */
export async function startShop({
  databaseUrl,
  instead,
  env,
  isWaitingForDatabase = true,
}: ShopSettings): Promise<Shop> {
  const port = await findPort();
  const child = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      DATABASE_URL: databaseUrl,
      INSTEAD_CLIENT_ID: 'two-shops',
      INSTEAD_API_URL: `${instead}/api`,
      INSTEAD_SCRIPT_SRC: `${instead}/instead-1.0.1.js`,
      INSTEAD_LOOKUP_URL: `${instead}/api/payments/{uid}`,
      INSTEAD_CANCEL_URL: `${instead}/api/payments/{uid}/cancel`,
      INSTEAD_WEBHOOK_SECRET: SECRET,
      ADMIN_KEY,
      ORDERS_PER_ADDRESS: '100000',
      ...env,
    },
  });
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'nothing')),
  );
  const origin = `http://localhost:${port}`;
  if (isWaitingForDatabase) await waitUntilReady(child, port);
  else await waitUntilServing(child, port, () => output);
  return {
    origin,
    ended,
    output: () => output,
    signal: (name) => void child.kill(name),
    async hear(notice) {
      const query = new URLSearchParams(notice);
      query.set('key', SECRET);
      return (await fetch(`${origin}/api/webhooks/instead?${query}`)).status;
    },
    async logIn(key = 'key-of-mina-0123456789') {
      const headers = { 'Content-Type': 'application/json', Origin: origin };
      const answer = await fetch(`${origin}/api/admin/session`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ key }),
      });
      const Cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      return {
        async post(path) {
          const response = await fetch(`${origin}${path}`, { method: 'POST', headers: { Origin: origin, Cookie } });
          const { outcome } = (await response.json()) as { outcome?: string };
          return { status: response.status, outcome };
        },
        page: async (search = '') => (await fetch(`${origin}/admin${search}`, { headers: { Cookie } })).text(),
      };
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

async function waitUntilServing(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The shop ended (${child.exitCode}): ${output()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
