import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENTRIES, STUBS, toExports } from '../../scripts/entries.js';
import { EXPORTS } from './exports.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as { exports: object; files: string[] };

test('package.json exports the entries that are built', () => {
  expect(JSON.stringify(manifest.exports)).toBe(JSON.stringify(toExports()));
});

test('package.json publishes the stubs, and git ignores them', () => {
  expect(manifest.files).toEqual(expect.arrayContaining(STUBS));
  const rules = read('.gitignore').split('\n');
  for (const name of STUBS) expect(rules).toContain(name.startsWith('styles') ? '/styles*.css*' : `/${name}/`);
});

test('every entry has its list of exports', () => {
  expect(Object.keys(EXPORTS).sort()).toEqual(Object.values(ENTRIES).sort());
});

test('TypeScript resolves every entry to its source', () => {
  const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: { paths: object } };
  expect(Object.values(compilerOptions.paths).flat().sort()).toEqual(
    Object.values(ENTRIES)
      .map((path) => `./${path}`)
      .sort(),
  );
});
