import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../run.js';

/** What can fail, and what becomes of it: printed from the table of test/faults. */
export async function makePage() {
  const { module } = await runnerImport(join(root, 'test/docs/documents.ts'));
  const [[path, print]] = Object.entries(module.DOCUMENTS);
  return { path, text: await format(print(), { ...(await resolveConfig(join(root, path))), parser: 'markdown' }) };
}
