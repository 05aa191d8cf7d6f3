import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../run.js';
import { withNavigation } from './support/pages.js';

const path = 'docs/compatibility.md';

/** Which storefronts and browsers are tried: printed from the table of test/storefronts. */
export async function makePage() {
  const { module } = await runnerImport(join(root, 'test/storefronts/support/print-compatibility.ts'));
  return {
    path,
    text: await format(withNavigation(path, module.printCompatibility()), {
      ...(await resolveConfig(root + path)),
      parser: 'markdown',
    }),
  };
}
