import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/paths.ts';
import { published } from '../support/published.ts';
import { runNode } from '../support/run-node.ts';

const TOOLS = import.meta.dirname;
const typeTests = join(ROOT, 'test/types');
const names = readdirSync(typeTests).filter((name) => name.includes('.test-d.'));
let folder = '';

/** The type tests, in a shop of ES modules and in one of CommonJS modules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-types-'));
  for (const react of ['18', '19']) {
    const modules = join(folder, `react-${react}`, 'node_modules');
    mkdirSync(join(modules, '@types'), { recursive: true });
    symlinkSync(join(TOOLS, `node_modules/types-react-${react}`), join(modules, '@types/react'), 'junction');
    // A copy rather than a link: its types have to resolve the shop's React, not another one.
    cpSync(published(), join(modules, 'react-instead-pay'), { recursive: true });
    for (const type of ['module', 'commonjs']) {
      const shop = join(folder, `react-${react}`, type);
      mkdirSync(shop);
      for (const name of names) cpSync(join(typeTests, name), join(shop, name));
      writeFileSync(join(shop, 'package.json'), JSON.stringify({ type }));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const resolutions = {
  node16: { module: 'node16', shops: ['module', 'commonjs'] },
  nodenext: { module: 'nodenext', shops: ['module', 'commonjs'] },
  bundler: { module: 'esnext', shops: ['module'] },
};

// Each TypeScript version with both Reacts and with each module resolution, but not every pair of them.
test.each([
  ['5.4', '18', 'node16'],
  ['5.4', '19', 'bundler'],
  ['5.5', '18', 'bundler'],
  ['5.9', '19', 'nodenext'],
  ['5.9', '18', 'bundler'],
  ['6.0', '19', 'nodenext'],
  ['7.0', '18', 'nodenext'],
  ['7.0', '19', 'bundler'],
] as const)(
  'TypeScript %s, with the types of React %s, compiles a shop that resolves as %s',
  async (version, react, resolution) => {
    const { module, shops } = resolutions[resolution];
    const cwd = join(folder, `react-${react}`);
    const config = join(cwd, `tsconfig.${version}.${resolution}.json`);
    writeFileSync(
      config,
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022', 'dom'],
          jsx: 'react-jsx',
          module,
          moduleResolution: resolution,
          types: [],
          strict: true,
          skipLibCheck: false,
          noEmit: true,
        },
        include: shops,
      }),
    );
    const tool = join(TOOLS, `node_modules/typescript-${version}`);
    const tsc = join(tool, 'bin/tsc');
    const { code, out, err } = await runNode([tsc, '--project', config, '--listFiles'], { cwd });
    const lines = out.split('\n');
    expect(lines.filter((line) => line.includes('error TS')).join('\n') + err).toBe('');
    expect(code).toBe(0);
    // The compiler read every file, and the types of each format.
    for (const shop of shops) {
      for (const name of names) expect(out).toContain(`/${shop}/${name}`);
    }
    expect(out).toContain('/react-instead-pay/dist/index.d.ts');
    if (resolution === 'node16') expect(out).toContain('/react-instead-pay/dist/index.d.cts');
    expect(out).not.toContain(`/node_modules/types-react-${react === '18' ? '19' : '18'}/`);
  },
);
