import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENTRIES as ENTRY_FILES, STUBS, STYLES } from '../../scripts/entries.js';
import { ROOT } from './support/paths.ts';
import { ENTRIES, published, publishedFiles, readPublished } from './support/published.ts';

// A chunk is named for its content and a hash. The command's name has the same form.
const toPattern = (path: string) => path.replace(/(?<!instead)-[\w-]{8}(?=\.(js|d\.c?ts))/, '-*');

const entry = (name: string) =>
  ['.cjs', '.cjs.map', '.d.cts', '.d.ts', '.js', '.js.map'].map((end) => `dist/${name}${end}`);

// The pages, and the pictures that they show.
const documentation = readdirSync(join(ROOT, 'docs'), { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => relative(ROOT, join(each.parentPath, each.name)).replaceAll('\\', '/'));

test('npm publishes exactly these files', () => {
  const found = [...new Set(publishedFiles().map(toPattern))].sort();
  expect(found).toEqual(
    [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.ko.md',
      'README.md',
      'SECURITY.md',
      'llms-full.txt',
      'llms.txt',
      'package.json',
      ...documentation,
      ...Object.keys(ENTRY_FILES).flatMap(entry),
      // For resolvers that do not read `exports`.
      ...STUBS.map((name) => (name in ENTRY_FILES ? `${name}/package.json` : name)),
      'dist/chunk-*.js',
      'dist/chunk-*.js.map',
      // Types that two entries share.
      ...['adapter', 'errors', 'in-app-browser', 'pay-locale', 'webhook-payload'].flatMap((name) => [
        `dist/${name}-*.d.cts`,
        `dist/${name}-*.d.ts`,
      ]),
      'dist/instead-emulator.js',
      'dist/instead-emulator.js.map',
      'dist/licenses/@hono-node-server.txt',
      'dist/licenses/hono.txt',
      ...STYLES.flatMap((name) => [`dist/${name}`, `dist/${name}.d.cts`]),
    ].sort(),
  );
});

test.each(['.md', '.txt'])('every relative link in a %s file leads to a file of the package', (end) => {
  const lost = publishedFiles()
    .filter((path) => path.endsWith(end))
    .flatMap((path) =>
      [...readPublished(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link]) => link!)
        .filter((link) => !existsSync(join(published(), dirname(path), link)))
        .map((link) => `${path}: ${link}`),
    );
  expect(lost).toEqual([]);
});

test('no file contains a path of the machine that built it', () => {
  for (const path of publishedFiles()) {
    const text = readPublished(path);
    expect(text.includes(process.cwd()), path).toBe(false);
    expect(text, path).not.toMatch(/file:\/\/\/|"\/(?:home|root|Users|tmp)\//);
  }
});

test('every bundled package has its license', () => {
  const bundled = new Set(
    publishedFiles()
      .filter((path) => path.endsWith('.map'))
      .flatMap((path) => (JSON.parse(readPublished(path)) as { sources: string[] }).sources)
      .flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
  );
  expect([...bundled].sort()).toEqual(['@hono/node-server', 'hono']);
  for (const name of bundled) {
    expect(readPublished(`dist/licenses/${name.replace('/', '-')}.txt`)).toMatch(/MIT License[\s\S]*Copyright/);
  }
});

describe('package.json', () => {
  const manifest = () => JSON.parse(readPublished('package.json')) as Record<string, unknown>;

  test('depends on React only', () => {
    expect(manifest()).not.toHaveProperty('dependencies');
    expect(manifest()).not.toHaveProperty('optionalDependencies');
    expect(manifest().peerDependencies).toEqual({ react: '>=18.2', 'react-dom': '>=18.2' });
  });

  test('runs no install script', () => {
    const scripts = Object.keys(manifest().scripts as object);
    expect(scripts.filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  test('has a description, engines and a license', () => {
    expect(manifest()).toMatchObject({
      name: 'react-instead-pay',
      license: 'MIT',
      type: 'module',
      engines: { node: '>=20.19' },
      sideEffects: ['**/*.css'],
    });
    expect(manifest().description).toMatch(/결제를 부탁해/);
    expect(manifest().keywords).toEqual(expect.arrayContaining(['react', 'instead', '인스테드', 'payment']));
  });

  test('has no address that does not exist', () => {
    for (const field of ['repository', 'homepage', 'bugs', 'author'])
      expect(manifest(), field).not.toHaveProperty(field);
  });

  test('has an export for each entry that these tests import', () => {
    const paths = Object.keys(ENTRIES).map((name) => name.replace('react-instead-pay', '.'));
    expect(Object.keys(manifest().exports as object)).toEqual(expect.arrayContaining(paths));
    expect(Object.keys(ENTRY_FILES)).toHaveLength(paths.length);
  });
});
