import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The shop page of the flows, or another, over the sources or, with FLOWS_ON=dist, over the built package. */
export async function bundleApp(app = 'test/flows/app/main.tsx'): Promise<string> {
  const isBuilt = process.env.FLOWS_ON === 'dist';
  const result = await build({
    entryPoints: [root(app)],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxDev: false,
    sourcemap: 'inline',
    // Strict Mode's double effects exist in the development build alone.
    define: { 'process.env.NODE_ENV': '"development"' },
    tsconfigRaw: {},
    alias: { 'react-instead-pay': root(isBuilt ? 'dist/index.js' : 'src/index.ts') },
    logLevel: 'error',
  });
  return result.outputFiles[0]!.text;
}
