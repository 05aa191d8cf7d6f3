import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { TOOLS } from './support/paths.ts';
import { published } from './support/published.ts';
import { runNode } from './support/run-node.ts';

test('publint reports nothing in strict mode', async () => {
  const tool = join(TOOLS, 'node_modules/publint/src/cli.js');
  const { code, out, err } = await runNode([tool, 'run', published(), '--strict', '--pack', 'false'], { cwd: TOOLS });
  expect(out + err).toContain('All good!');
  expect(code).toBe(0);
});

interface Report {
  analysis: { entrypoints: Record<string, unknown>; problems: { kind: string; resolutionKind?: string }[] };
}

test('are-the-types-wrong reports nothing for any way to import', async () => {
  const tool = join(TOOLS, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const args = [
    inject('tarball'),
    '--profile',
    'node16',
    '--format',
    'json',
    '--exclude-entrypoints',
    'styles.css',
    'styles.layer.css',
  ];
  const { code, out } = await runNode([tool, ...args], { cwd: TOOLS });
  const { analysis } = JSON.parse(out) as Report;
  // The report includes `node10` although the profile excludes it. `node10` cannot resolve an entry below the package's
  // name.
  expect(analysis.problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([]);
  expect(Object.keys(analysis.entrypoints).sort()).toEqual([
    '.',
    './emulator',
    './package.json',
    './server',
    './testing',
  ]);
  expect(code).toBe(0);
});
