import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { ENTRIES, STYLES, writeStubs } from './scripts/entries.js';

// Here and not by tsup's `clean`: the two builds below would sweep each other's work away.
rmSync('dist', { recursive: true, force: true });

/** Beside the code: the styles, the stubs for older resolvers, and the licenses of what is bundled into the emulator. They ask to go along. */
function copyTexts() {
  const styles = readFileSync('src/ui/styles.css', 'utf8');
  writeFileSync('dist/styles.css', styles);
  // For pages whose own styles are in layers, as those of Tailwind 4 are: theirs win where they come later.
  writeFileSync('dist/styles.layer.css', `@layer instead-pay {\n${styles}}\n`);
  for (const name of STYLES) writeFileSync(`dist/${name}.d.cts`, 'export {};\n');
  mkdirSync('dist/licenses', { recursive: true });
  copyFileSync('node_modules/hono/LICENSE', 'dist/licenses/hono.txt');
  copyFileSync('node_modules/@hono/node-server/LICENSE', 'dist/licenses/@hono-node-server.txt');
  writeStubs('.');
  return Promise.resolve();
}

const shared = {
  // tsup sets baseUrl, which TypeScript 6 refuses without this.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  target: 'es2022',
  external: ['react', 'react-dom', 'react/jsx-runtime'],
} satisfies Options;

/** One import of React's JSX functions: esbuild would repeat it for each file in an app that leaves React external. */
const oneJsxRuntime: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'one-jsx-runtime',
  setup({ onResolve }) {
    const file = resolve('src/react/jsx-runtime.ts');
    onResolve({ filter: /^react\/jsx-runtime$/ }, ({ path, importer }) =>
      importer === file ? { path, external: true } : { path: file },
    );
  },
};

// No `splitting` and no `treeshake` here: both lose the 'use client' that src/index.ts begins with.
export default defineConfig([
  {
    ...shared,
    entry: ENTRIES,
    format: ['esm', 'cjs'],
    platform: 'neutral',
    esbuildPlugins: [oneJsxRuntime],
    // The oldest browsers of `browserslist` in package.json. Samsung Internet 16 is Chrome 92.
    target: ['chrome92', 'safari15', 'firefox92'],
    // What the emulator is made of is bundled: an app installs nothing besides us.
    noExternal: ['hono', 'react/jsx-runtime'],
    onSuccess: copyTexts,
  },
  {
    ...shared,
    entry: { 'instead-emulator': 'src/emulator/command.ts' },
    format: ['esm'],
    platform: 'node',
    dts: false,
    noExternal: ['hono', '@hono/node-server'],
  },
]);
