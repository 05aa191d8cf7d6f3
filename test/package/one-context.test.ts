import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, inject, onTestFinished, test } from 'vitest';
import { runNode } from './support/run-node.ts';

/** An app of two halves: one imports the library, and one, older, requires it. */
function writeHalves(): string {
  const folder = join(inject('consumer'), 'halves');
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'button.cjs'), "exports.PayButton = require('react-instead-pay').PayButton;\n");
  writeFileSync(
    join(folder, 'page.mjs'),
    `import { createElement } from 'react';
     import { renderToString } from 'react-dom/server';
     import { InsteadProvider, PayButton } from 'react-instead-pay';
     import half from './button.cjs';
     const page = createElement(InsteadProvider, { clientId: 'shop' }, createElement(half.PayButton, { request: {} }));
     console.log(half.PayButton === PayButton, renderToString(page));`,
  );
  return folder;
}

const isShared = /^true <button [\s\S]*결제를 부탁해/;

test('in Node, what is imported and what is required share one context', async () => {
  const cwd = writeHalves();
  const { out, err } = await runNode(['page.mjs'], { cwd });
  expect(err).toBe('');
  expect(out).toMatch(isShared);
});

test.each(['browser', 'node', 'neutral'] as const)('bundled for %s they share one as well', async (platform) => {
  const cwd = writeHalves();
  const outfile = join(cwd, 'out.cjs');
  await build({
    absWorkingDir: cwd,
    entryPoints: ['page.mjs'],
    bundle: true,
    format: 'cjs',
    platform,
    mainFields: ['module', 'main'],
    // Asked for by bundlers of their own accord, and not by esbuild when the platform is neutral.
    conditions: ['module'],
    external: ['react', 'react-dom'],
    outfile,
    logLevel: 'error',
  });
  const { out, err } = await runNode(['out.cjs'], { cwd });
  expect(err).toBe('');
  expect(out).toMatch(isShared);
});
