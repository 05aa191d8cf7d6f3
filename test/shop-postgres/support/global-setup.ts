import type { TestProject } from 'vitest/node';
import { prepareShop } from '../../../scripts/setup.js';

/** Builds the shop, unless it is built. Its processes are started by the tests, which also end some of them. */
export default async function buildShop(project: TestProject): Promise<void> {
  await prepareShop();
  // The helpers in test/shop/support read it.
  project.provide('shopOrigins', []);
}
