import { prepareShop } from '../../../scripts/setup.js';

/** Builds the shop, unless it is built. Its processes are started by the tests, which also end some of them. */
export default async function buildShop(): Promise<void> {
  await prepareShop();
}
