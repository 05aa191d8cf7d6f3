import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fail, env as baseEnv, shop } from './run.js';

/** Only this machine: everybody who reaches the local emulator can "pay" there. HOST=0.0.0.0 opens the shop to the network. */
export const host = process.env.HOST || '127.0.0.1';

/** The port to serve on, from PORT. Exits with a message if it is invalid or in use. */
export async function readPort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) fail(`PORT must be a number up to 65535.`);
  // A browser resolves `localhost` to either address.
  for (const address of [host, '::1']) {
    if (!(await isFree(port, address))) {
      fail(`Port ${port} is used by another program. Stop it, or choose another port: PORT=${port + 1} npm start`);
    }
  }
  return port;
}

/**
 * Returns a free port.
 *
 * @returns {Promise<number>}
 */
export const findPort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Starts Next in the shop's folder.
 *
 * @param {'start' | 'dev'} mode
 * @param {number} port
 * @param {{ stdio?: import('node:child_process').StdioOptions, env?: Record<string, string> }} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function startNext(mode, port, { stdio = 'inherit', env = {} } = {}) {
  return spawn(process.execPath, ['node_modules/next/dist/bin/next', mode, '-H', host, '-p', String(port)], {
    cwd: shop,
    env: {
      ...baseEnv,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      PORT: String(port),
      ...env,
    },
    stdio,
  });
}

/**
 * Resolves when the shop answers and has its database. Rejects if it ends before, or has none.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 */
export async function waitUntilReady(child, port) {
  let code;
  child.on('exit', (exitCode, signal) => (code = exitCode ?? signal));
  for (;;) {
    if (code !== undefined) throw new Error(`The shop exited before it was ready (${code}).`);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  // Opens the database, so that the first shopper does not wait for it.
  const health = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(60_000) });
  if (!health.ok) throw new Error('The shop has no database. The reason is printed above.');
}

function isFree(port, address) {
  return new Promise((resolve) => {
    const server = createServer();
    // On a machine without IPv6 nothing listens there either.
    server.on('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}
