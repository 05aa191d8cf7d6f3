import { buildLibrary, install } from '../../../scripts/setup.js';
import { FOLDER } from './build-storefront.ts';

/** Installs the storefronts' packages, and builds the library that they get. */
export default async function installStorefronts(): Promise<void> {
  await install(FOLDER);
  await buildLibrary();
}
