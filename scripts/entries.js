import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The entries of the package by the name of their file in `dist/`, each with its source: what tsup builds. */
export const ENTRIES = {
  index: 'src/index.ts',
  server: 'src/server/index.ts',
  emulator: 'src/emulator/index.ts',
  testing: 'src/testing/index.ts',
  boot: 'src/boot/index.ts',
  locales: 'src/locales/index.ts',
};

/** The style sheets in `dist/`. */
export const STYLES = ['styles.css', 'styles.layer.css'];

const subpaths = Object.keys(ENTRIES).filter((name) => name !== 'index');
const styleFiles = STYLES.flatMap((name) => [name, `${name}.d.ts`]);

/**
 * What is written beside `dist/` for resolvers that do not read `exports`: `moduleResolution: "node"` of TypeScript, Jest 27.
 * They look for `react-instead-pay/server` in a folder of that name.
 */
export const STUBS = [...subpaths, ...styleFiles];

/** The `exports` of package.json. A test compares them. */
export function toExports() {
  const toEntry = (name) => {
    const module = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
    const script = { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` };
    // An app that imports one half and requires the other has one copy: every tool that can require a module gets the module.
    return { bun: module, 'module-sync': module, module, import: module, require: script };
  };
  return Object.fromEntries([
    ['.', toEntry('index')],
    ...subpaths.map((name) => [`./${name}`, toEntry(name)]),
    // TypeScript 6 checks that a style sheet exists, by its types: as CommonJS, they serve both formats.
    ...STYLES.map((name) => [`./${name}`, { types: `./dist/${name}.d.cts`, default: `./dist/${name}` }]),
    ['./package.json', './package.json'],
  ]);
}

/** Writes the stubs beside `dist/`, which has been built. */
export function writeStubs(root) {
  for (const name of STUBS) rmSync(join(root, name), { recursive: true, force: true });
  for (const name of subpaths) {
    mkdirSync(join(root, name));
    const [main, module, types] = ['.cjs', '.js', '.d.ts'].map((end) => `../dist/${name}${end}`);
    writeFileSync(join(root, name, 'package.json'), JSON.stringify({ main, module, types, sideEffects: false }) + '\n');
  }
  for (const name of STYLES) {
    cpSync(join(root, 'dist', name), join(root, name));
    cpSync(join(root, 'dist', `${name}.d.cts`), join(root, `${name}.d.ts`));
  }
}
