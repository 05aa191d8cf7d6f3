import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, TOOLS } from './support/paths.ts';
import { published } from './support/published.ts';
import { runNode } from './support/run-node.ts';

const support = join(import.meta.dirname, 'support');
const page = ['testing', 'testing-timers']
  .map((name) => readFileSync(join(ROOT, `docs/${name}.md`), 'utf8'))
  .join('\n');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, code]) => {
  const [, file] = /^(?:\/\*\*.*\n)?\/\/ (\S+)\n/.exec(code!) ?? [];
  return { language: language!, file, code: code! };
});
const tests = (runner: 'jest' | 'vitest') =>
  blocks
    .flatMap(({ file }) => (file && /\.test\.tsx?$/.test(file) ? [file] : []))
    .filter((file) => !file.includes(runner === 'jest' ? '.vitest.' : '.jest.'));

// How each runner resolves the other packages that a shop has installed.
const LINKS: Record<string, string[]> = {
  [ROOT]: [
    'react',
    'react-dom',
    'esbuild',
    'jsdom',
    'vitest',
    'happy-dom',
    '@testing-library/dom',
    '@testing-library/react',
    '@testing-library/user-event',
    '@types/react',
    '@types/react-dom',
  ],
  [TOOLS]: ['jest', 'jest-environment-jsdom', '@happy-dom/jest-environment', '@jest/globals'],
};
let folder = '';

/** A shop with every block of the page, each in the file that its first line names. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-recipes-'));
  for (const [from, names] of Object.entries(LINKS)) {
    for (const name of names) {
      const place = join(folder, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(from, 'node_modules', name), place, 'junction');
    }
  }
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const name of ['jest-transform.cjs', 'fail-on-console.ts']) cpSync(join(support, name), join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const { file, code } of blocks) if (file) writeFileSync(join(folder, file), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every block of the pages names its file', () => {
  expect(blocks.filter(({ file, language }) => !file?.endsWith(`.${language}`))).toEqual([]);
  expect(tests('vitest').length).toBeGreaterThan(4);
});

test('the blocks compile against the published package', async () => {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    types: ['vitest/globals'],
    // The types of the tools. The library's own types are tested in test/package/typescript.
    skipLibCheck: true,
  };
  const files = blocks.map(({ file }) => file);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { out, code } = await runNode([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { cwd: folder });
  expect(out).toBe('');
  expect(code).toBe(0);
});

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; message: string; assertionResults: { failureMessages: string[] }[] }[];
}

function checkReport(file: string, runner: 'jest' | 'vitest', output: string) {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failures = report.testResults.flatMap(({ message, assertionResults }) => [
    ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
    ...(assertionResults.length ? [] : [message]),
  ]);
  expect(failures, output).toEqual([]);
  expect(report.testResults).toHaveLength(tests(runner).length);
  expect(report).toMatchObject({ numFailedTests: 0, numPendingTests: 0 });
}

test.each([
  ['jsdom', 'jest-environment-jsdom'],
  ['happy-dom', '@happy-dom/jest-environment'],
])('the blocks pass in Jest, in %s, without an act warning', async (name, testEnvironment) => {
  const config = {
    rootDir: folder,
    testEnvironment,
    transform: { '\\.tsx?$': '<rootDir>/jest-transform.cjs' },
    setupFilesAfterEnv: ['<rootDir>/fail-on-console.ts'],
    testTimeout: 60_000,
    testMatch: tests('jest').map((file) => `<rootDir>/${file}`),
  };
  const report = join(folder, `jest.${name}.json`);
  const args = ['--config', JSON.stringify(config), '--json', '--outputFile', report, '--runInBand', '--no-cache'];
  const { out, err } = await runNode([join(TOOLS, 'node_modules/jest/bin/jest.js'), ...args], { cwd: folder });
  checkReport(report, 'jest', out + err);
});

test.each(['jsdom', 'happy-dom'])('the blocks pass in Vitest, in %s, without an act warning', async (environment) => {
  const settings = {
    globals: true,
    environment,
    setupFiles: ['./fail-on-console.ts'],
    include: tests('vitest'),
    maxWorkers: 1,
    testTimeout: 60_000,
  };
  const config = join(folder, `vitest.${environment}.config.mjs`);
  writeFileSync(config, `export default { test: ${JSON.stringify(settings)} };`);
  const report = join(folder, `${environment}.json`);
  const args = ['run', '--config', config, '--reporter=json', `--outputFile=${report}`];
  const { out, err } = await runNode([join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder });
  checkReport(report, 'vitest', out + err);
});
