import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../run.js';

const path = 'docs/faults.md';

/** What can fail, and what becomes of it: printed from the table of test/faults. */
export async function makePage() {
  const { module } = await runnerImport(join(root, 'test/faults/support/print-faults.ts'));
  return {
    path,
    text: await format(module.printFaults(), { ...(await resolveConfig(root + path)), parser: 'markdown' }),
  };
}
