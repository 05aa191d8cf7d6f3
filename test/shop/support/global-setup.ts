import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPort, startNext, waitUntilReady } from '../../../scripts/serve-shop.js';
import { prepareShop } from '../../../scripts/setup.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses of the shops: one for each worker, so that test files that run at the same time share no orders. */
    shopOrigins: string[];
  }
}

/** Starts shops as `npm start` does: on the built package, in production mode, each with its own embedded database. */
export default async function openShops(project: TestProject): Promise<() => Promise<unknown>> {
  await prepareShop();
  const shops = await Promise.all(Array.from({ length: project.config.maxWorkers }, openShop));
  project.provide(
    'shopOrigins',
    shops.map(({ origin }) => origin),
  );
  return () => Promise.all(shops.map(({ close }) => close()));
}

async function openShop() {
  const port = await findPort();
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const next = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PGLITE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '', ADMIN_KEY: '' },
  });
  await waitUntilReady(next, port);
  return {
    origin: `http://localhost:${port}`,
    async close() {
      const gone = new Promise((resolve) => next.once('exit', resolve));
      next.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
