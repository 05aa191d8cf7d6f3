import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { Storefront, StyleSheet } from '../storefront-table.ts';

/** The folder of the storefronts, with their packages. */
export const FOLDER = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
// The libraries of package.json beside, which the root does not have.
const requireHere = createRequire(`${FOLDER}package.json`);
const importHere = async (name: string): Promise<unknown> => import(pathToFileURL(requireHere.resolve(name)).href);

/** Bundles a page with the published library. */
async function bundle(storefront: Storefront, entry: string, options: BuildOptions = {}): Promise<string> {
  const react: Record<string, string> =
    storefront.react === 'preact'
      ? {
          react: 'preact/compat',
          'react-dom': 'preact/compat',
          'react-dom/client': 'preact/compat/client',
          'react/jsx-runtime': 'preact/jsx-runtime',
        }
      : { react: 'react', 'react-dom': 'react-dom' };
  const result = await build({
    // Aliases are resolved from here: the library shares the page's React.
    absWorkingDir: FOLDER,
    entryPoints: [`${FOLDER}apps/${entry}.jsx`],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: {
      'react-instead-pay': `${dist}index.js`,
      storefront: `${FOLDER}apps/${storefront.app ?? 'page'}.jsx`,
      ...react,
    },
    plugins: storefront.react === 'compiler' ? [await reactCompiler()] : [],
    logLevel: 'error',
    ...options,
  });
  return result.outputFiles![0]!.text;
}

interface StorefrontBuild {
  scripts: string[];
  /** Renders the page on a server. */
  render(url: string): string;
}

/** Builds the scripts of a storefront's page. */
export async function buildStorefront(storefront: Storefront): Promise<StorefrontBuild> {
  const render = () => '';
  switch (storefront.page) {
    case 'islands':
      return { scripts: [await bundle(storefront, 'islands')], render };
    case 'bundles': {
      const part = await bundle(storefront, 'micro-frontend');
      return { scripts: [part, part], render };
    }
    case 'server-rendered': {
      const server = await bundle(storefront, 'router-server', { format: 'cjs', platform: 'node' });
      const module = { exports: {} as { render(url: string): string } };
      const load = runInThisContext(`(module, require) => {${server}}`) as (
        module: object,
        require: NodeJS.Require,
      ) => void;
      load(module, requireHere);
      return { scripts: [await bundle(storefront, 'router-main')], render: module.exports.render };
    }
    default:
      return { scripts: [await bundle(storefront, 'main')], render };
  }
}

/** What a build with React Compiler does to the app: the library comes as it is published. */
async function reactCompiler(): Promise<Plugin> {
  interface Babel {
    transformAsync(code: string, options: object): Promise<{ code: string }>;
  }
  const { default: babel } = (await importHere('@babel/core')) as { default: Babel };
  return {
    name: 'react-compiler',
    setup: ({ onLoad }) =>
      onLoad({ filter: /apps\/.*\.jsx$/ }, async ({ path }) => {
        const { code } = await babel.transformAsync(readFileSync(path, 'utf8'), {
          filename: path,
          configFile: false,
          parserOpts: { plugins: ['jsx'] },
          plugins: [requireHere.resolve('babel-plugin-react-compiler')],
        });
        if (path.endsWith('cart.jsx') && !code.includes('react/compiler-runtime'))
          throw new Error('Nothing was compiled');
        return { contents: code, loader: 'jsx' };
      }),
  };
}

/** Returns the text of a style sheet. */
export async function readStyles(sheet: StyleSheet): Promise<string> {
  if (sheet === 'bootstrap') return readFileSync(requireHere.resolve('bootstrap/dist/css/bootstrap.css'), 'utf8');
  if (sheet !== 'tailwind') return readFileSync(`${dist}${sheet}`, 'utf8');
  const { compile } = (await importHere('@tailwindcss/node')) as {
    compile(css: string, options: object): Promise<{ build(candidates: string[]): string }>;
  };
  const compiler = await compile('@import "tailwindcss";', { base: FOLDER, onDependency() {} });
  return compiler.build(['p-4', 'flex', 'fixed', 'inset-0']);
}
