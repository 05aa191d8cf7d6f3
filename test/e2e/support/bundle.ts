import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { folderOfReact } from '../../react-versions/react-versions.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The shop page of the flows, or another: over what is published, as `npm test` has built it, or else over the sources. */
export async function bundleApp(app = 'test/e2e/app/main.tsx'): Promise<string> {
  const isBuilt = process.env.E2E_TARGET === 'dist';
  const result = await build({
    entryPoints: [root(app)],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxDev: false,
    // The browser parses it in each test: unminified, with its source map, it is 4 MB.
    minifyWhitespace: true,
    // Strict Mode's double effects exist in the development build alone.
    define: { 'process.env.NODE_ENV': '"development"' },
    tsconfigRaw: {},
    alias: { 'react-instead-pay': root(isBuilt ? 'dist/index.js' : 'src/index.ts'), ...aliasReact() },
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}

/** The React of the project, where it is not the one of package.json. */
function aliasReact(): Record<string, string> {
  const version = process.env.REACT_VERSION;
  if (!version) return {};
  const modules = `${folderOfReact(version)}/node_modules`;
  return { react: `${modules}/react`, 'react-dom': `${modules}/react-dom` };
}
