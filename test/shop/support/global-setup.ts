import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPort, startNext, waitUntilReady } from '../../../scripts/serve-shop.js';
import { prepareShop } from '../../../scripts/setup.js';

declare module 'vitest' {
  interface ProvidedContext {
    shopOrigin: string;
  }
}

/** Starts the shop as `npm start` does: on the built package, in production mode, with its own embedded database. */
export default async function openShop(project: TestProject): Promise<() => Promise<void>> {
  await prepareShop();
  const port = await findPort();
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const next = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PGLITE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '', ADMIN_KEY: '' },
  });
  await waitUntilReady(next, port);
  project.provide('shopOrigin', `http://localhost:${port}`);
  return async () => {
    const gone = new Promise((resolve) => next.once('exit', resolve));
    next.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
