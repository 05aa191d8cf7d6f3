import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Bundles as a shop's production build would. Returns the one file's bytes. */
export async function bundle(options) {
  const { outputFiles } = await build({
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    // The library's own configuration would lead to its sources.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    ...options,
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Bundles a few lines of code. */
export const bundleCode = (contents, options) =>
  bundle({ stdin: { contents, resolveDir: here, loader: 'jsx' }, ...options });
