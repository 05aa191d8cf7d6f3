import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STYLES } from '../../scripts/entries.js';
import { ROOT, TOOLS, TYPESCRIPTS } from './support/paths.ts';
import { ENTRIES, published } from './support/published.ts';
import { runNode } from './support/run-node.ts';

let folder = '';

/** An app whose tools do not read `exports` of package.json. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-classic-'));
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const name of ['react', 'react-dom']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  symlinkSync(join(TYPESCRIPTS, 'node_modules/types-react-18'), join(folder, 'node_modules/@types/react'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const known = Object.entries(ENTRIES).map(([entry, names]) => ({ entry, names }));

test.each(['5.4', '5.9'])(
  'TypeScript %s with moduleResolution "node" compiles an app that imports every entry, and the app runs',
  async (version) => {
    const source = known
      .map(
        ({ entry, names }, index) =>
          `import { ${names.map((name) => `${name} as ${name}${index}`).join(', ')} } from '${entry}';`,
      )
      .concat(
        STYLES.map((name) => `import 'react-instead-pay/${name}';`),
        known.map(
          ({ names }, index) => `export const entry${index} = [${names.map((name) => name + index).join(', ')}];`,
        ),
        `import type { PayRequest } from 'react-instead-pay';`,
        `const request: PayRequest = { name: '김스테드', merchantUid: 'order-1', itemList: [], payEndDttm: 1, totalAmt: 3000 };`,
        `// @ts-expect-error The types are read: an order number is not a number.`,
        `request.merchantUid = 1;`,
      );
    writeFileSync(join(folder, 'app.ts'), source.join('\n'));
    const tool = join(TYPESCRIPTS, `node_modules/typescript-${version}/bin/tsc`);
    const options = ['--module', 'commonjs', '--moduleResolution', 'node', '--noUncheckedSideEffectImports'];
    const { out, err, code } = await runNode(
      [
        tool,
        'app.ts',
        '--target',
        'es2022',
        '--strict',
        '--jsx',
        'react-jsx',
        ...options.slice(0, version === '5.4' ? 4 : 5),
      ],
      { cwd: folder },
    );
    expect(out + err).toBe('');
    expect(code).toBe(0);
    // A bundler takes the style sheets out. Node would not know what to do with them.
    const compiled = readFileSync(join(folder, 'app.js'), 'utf8').replace(/^require\(".*\.css"\);$/gm, '');
    writeFileSync(join(folder, 'app.js'), `${compiled}\nconsole.log(Object.values(exports).flat().every(Boolean));`);
    expect(await runNode(['app.js'], { cwd: folder })).toMatchObject({ out: 'true\n', err: '' });
  },
);

test.each(['node', 'jsdom'])('Jest 27 in %s resolves every entry and style sheet', async (testEnvironment) => {
  const tests = known.map(
    ({ entry, names }) =>
      `test('${entry}', () => expect(Object.keys(require('${entry}'))).toEqual(expect.arrayContaining(${JSON.stringify(names)})));`,
  );
  const styles = STYLES.map(
    (name) => `test('${name}', () => expect(require.resolve('react-instead-pay/${name}')).toMatch(/${name}$/));`,
  );
  writeFileSync(join(folder, 'entries.test.js'), [...tests, ...styles].join('\n'));
  const config = JSON.stringify({ rootDir: folder, testEnvironment, transform: {} });
  const jest = join(TOOLS, 'node_modules/jest-27/bin/jest.js');
  const { err, code } = await runNode([jest, '--config', config, '--runInBand', '--no-cache'], { cwd: folder });
  expect(err).toContain(`Tests:       ${tests.length + styles.length} passed`);
  expect(code).toBe(0);
});
