// `npm run docs`: writes the pages of docs/ that are generated from the sources, the tests and package.json. Each module of
// scripts/docs/ generates one page or several.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.js';

const modules = readdirSync(join(root, 'scripts/docs')).filter((name) => name.endsWith('.js'));
for (const name of modules.sort()) {
  const { makePage } = await import(`./docs/${name}`);
  for (const { path, text } of [await makePage()].flat()) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
}
