import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { toExports } from '../../scripts/entries.js';
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

test('are-the-types-wrong reports nothing for any entry and any way to import, `node10` included', async () => {
  const tool = join(TOOLS, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const { code, out } = await runNode([tool, inject('tarball'), '--format', 'json'], { cwd: TOOLS });
  const { analysis } = JSON.parse(out) as Report;
  expect(analysis.problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints).sort()).toEqual(Object.keys(toExports() as object).sort());
  expect(code).toBe(0);
});
