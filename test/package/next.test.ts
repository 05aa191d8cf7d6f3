import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './support/paths.ts';
import { published } from './support/published.ts';
import { runNode } from './support/run-node.ts';

const installed = join(ROOT, 'examples/nextjs/node_modules');
const temporary = join(ROOT, 'test/.tmp');

// The whole shop, on Turbopack, is in test/shop. This asks whether each of Next's two bundlers takes the package at all.
test.each(['webpack', 'turbopack'])('Next.js builds on %s a page whose halves share one context', async (bundler) => {
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'next-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, 'apps/next'), folder, { recursive: true });
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const name of ['next', 'react', 'react-dom'])
    symlinkSync(join(installed, name), join(folder, 'node_modules', name), 'junction');

  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', LINKS_WITHIN: ROOT };
  const next = join(installed, 'next/dist/bin/next');
  const { code, out, err } = await runNode([next, 'build', `--${bundler}`], { cwd: folder, env });
  expect(code, out + err).toBe(0);
  const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
  expect(html).toMatch(/<button [^>]*data-instead="button"/);
  expect(html).toContain('served');
});
