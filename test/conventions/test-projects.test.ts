import { expect, test } from 'vitest';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UserWorkspaceConfig } from 'vitest/config';
import config from '../../vitest.config.ts';
import { testsFor } from '../../scripts/test/changed.js';
import { DEFAULT_PROJECTS, MATRIX_PROJECTS } from '../../scripts/test/projects.js';

const projects = (config.test!.projects as UserWorkspaceConfig[]).map(({ test }) => test!.name as string);

test('npm test and npm run test:matrix together run every Vitest project exactly once', () => {
  expect([...DEFAULT_PROJECTS, ...MATRIX_PROJECTS].sort()).toEqual([...projects].sort());
});

const root = join(import.meta.dirname, '../..');
const folders = readdirSync(join(root, 'src'), { withFileTypes: true });

test.each(folders.filter((entry) => entry.isDirectory() && entry.name !== 'testing').map(({ name }) => name))(
  'npm run test:changed runs browser tests for a change in src/%s',
  (folder) => {
    const tests = testsFor(`src/${folder}/some-file.ts`);
    expect(tests).not.toEqual([]);
    for (const path of tests) {
      const isThere = [path, `${path}.test.ts`].some((candidate) => existsSync(join(root, candidate)));
      expect(isThere, path).toBe(true);
    }
  },
);

test('npm run test:changed runs a browser test that has changed', () => {
  expect(testsFor('test/shop/cart.test.ts')).toEqual(['test/shop/cart.test.ts']);
});
