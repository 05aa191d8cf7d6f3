// `npm run docs`: writes the pages of docs/ that are made from tables of the tests. Each module of scripts/docs/ makes one.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.js';

for (const name of readdirSync(join(root, 'scripts/docs')).sort()) {
  const { makePage } = await import(`./docs/${name}`);
  const { path, text } = await makePage();
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(path);
}
