import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What an app may import, as the table of docs/size.md names it, and the code that does. */
export const IMPORTS: Record<string, string> = {
  'InsteadProvider, useInsteadPay, PayButton': "export { InsteadProvider, useInsteadPay, PayButton } from './index.js'",
  'InsteadProvider, useInsteadPay': "export { InsteadProvider, useInsteadPay } from './index.js'",
  createInsteadClient: "export { createInsteadClient } from './index.js'",
  isInsteadError: "export { isInsteadError } from './index.js'",
  'react-instead-pay': "export * from './index.js'",
  createWebhookHandler: "export { createWebhookHandler } from './server.js'",
  'react-instead-pay/server': "export * from './server.js'",
};

/** The bytes that an app's production build gets, minified and compressed, with React outside: the same on every machine. */
export async function measure(code: string): Promise<{ brotli: number; gzip: number }> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root('dist') },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const text = outputFiles[0]!.contents;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { brotli: brotliCompressSync(text, { params }).length, gzip: gzipSync(text, { level: 9 }).length };
}
