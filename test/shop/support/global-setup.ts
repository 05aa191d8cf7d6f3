import type { TestProject } from 'vitest/node';
import { findPort, startNext, untilUp } from '../../../scripts/serve-shop.js';
import { prepareShop } from '../../../scripts/setup.js';

declare module 'vitest' {
  interface ProvidedContext {
    shopOrigin: string;
  }
}

/** Opens the shop as `npm start` does: on the built package, in production mode. */
export default async function openShop(project: TestProject): Promise<() => void> {
  await prepareShop();
  const port = await findPort();
  const next = startNext('start', port, { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilUp(next, port);
  project.provide('shopOrigin', `http://localhost:${port}`);
  return () => void next.kill('SIGTERM');
}
