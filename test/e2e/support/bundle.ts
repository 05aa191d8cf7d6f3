import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { folderOfReact } from '../../react-versions/react-versions.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * Bundles the shop page of the browser tests, or another one: on the published files if `npm test` has built them, otherwise
 * on the sources.
 */
export function bundleApp(app = 'test/e2e/app/main.tsx'): Promise<string> {
  const bundle = bundles.get(app) ?? createBundle(app);
  bundles.set(app, bundle);
  return bundle;
}

// The test files that run in one worker share it.
const bundles = new Map<string, Promise<string>>();

async function createBundle(app: string): Promise<string> {
  const isBuilt = process.env.E2E_TARGET === 'dist';
  const result = await build({
    entryPoints: [root(app)],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxDev: false,
    // The browser parses it in each test: unminified and with its source map it is 4 MB.
    minifyWhitespace: true,
    // Only React's development build runs Strict Mode's double effects.
    define: { 'process.env.NODE_ENV': '"development"' },
    tsconfigRaw: {},
    alias: {
      'react-instead-pay': root(isBuilt ? 'dist/index.js' : 'src/index.ts'),
      'react-instead-pay/locales': root(isBuilt ? 'dist/locales.js' : 'src/locales/index.ts'),
      ...aliasReact(),
    },
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}

/** The React of the project, if it is not the one of package.json. */
function aliasReact(): Record<string, string> {
  const version = process.env.REACT_VERSION;
  if (!version) return {};
  const modules = `${folderOfReact(version)}/node_modules`;
  return { react: `${modules}/react`, 'react-dom': `${modules}/react-dom` };
}
