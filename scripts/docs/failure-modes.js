import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../run.js';
import { withNavigation } from './support/pages.js';

const path = 'docs/failure-modes.md';

/** What can fail, and what becomes of it: printed from the table of test/failure-modes. */
export async function makePage() {
  const { module } = await runnerImport(join(root, 'test/failure-modes/support/print-failure-modes.ts'));
  return {
    path,
    text: await format(withNavigation(path, module.printFailureModes()), {
      ...(await resolveConfig(root + path)),
      parser: 'markdown',
    }),
  };
}
