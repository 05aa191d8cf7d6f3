import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { copyShop, isShared } from './support/copy-shop.ts';
import { runNode } from './support/run-node.ts';

test('in Node, import and require share one context', async () => {
  const { out, err } = await runNode(['server.mjs'], { cwd: copyShop() });
  expect(err).toBe('');
  expect(out).toMatch(isShared);
});

test.each(['browser', 'node'] as const)(
  'bundled by esbuild for %s, import and require share one context',
  async (platform) => {
    const cwd = copyShop();
    await build({
      absWorkingDir: cwd,
      entryPoints: ['server.mjs'],
      bundle: true,
      format: 'cjs',
      platform,
      external: ['react', 'react-dom'],
      outfile: join(cwd, 'out.cjs'),
      logLevel: 'error',
    });
    const { out, err } = await runNode(['out.cjs'], { cwd });
    expect(err).toBe('');
    expect(out).toMatch(isShared);
  },
);
