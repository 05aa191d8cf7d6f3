// `npm run docs`: writes the pages of docs/ that are printed from the tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './run.js';

const { module } = await runnerImport(join(root, 'test/docs/documents.ts'));
for (const [path, print] of Object.entries(module.DOCUMENTS)) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(print(), { ...(await resolveConfig(file)), parser: 'markdown' }));
  console.log(path);
}
