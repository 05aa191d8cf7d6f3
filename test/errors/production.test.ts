import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { InsteadError, type InsteadErrorCode } from '../../src/errors.ts';

const src = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

async function bundle(mode: 'production' | 'development', entry = 'errors.ts'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [src(entry)],
    external: ['react', 'react/jsx-runtime'],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  return outputFiles[0]!.text;
}

type ErrorsModule = typeof import('../../src/errors.ts');
const load = (code: string) =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`) as Promise<ErrorsModule>;

const codes: InsteadErrorCode[] = ['popup_blocked', 'popup_lost', 'invalid_request', 'no_provider'];

test('a development build contains the error messages', async () => {
  const code = await bundle('development');
  const built = await load(code);
  for (const errorCode of codes)
    expect(new built.InsteadError(errorCode).message).toBe(new InsteadError(errorCode).message);
});

test('a production build contains no error messages and uses the code as the message', async () => {
  const code = await bundle('production');
  for (const errorCode of codes) {
    const [first = ''] = new InsteadError(errorCode).message.split('. ');
    expect(first.length).toBeGreaterThan(20);
    expect(code).not.toContain(first);
  }
  expect(code).not.toContain('process.env');
  const built = await load(code);
  const error = new built.InsteadError('session_failed', { cause: 500 });
  expect(error).toMatchObject({
    name: 'InsteadError',
    code: 'session_failed',
    message: 'session_failed',
    retryable: true,
  });
});

test('only the development build contains the warning about cross-origin isolated pages', async () => {
  expect(await bundle('development', 'index.ts')).toContain('cross-origin isolated');
  const code = await bundle('production', 'index.ts');
  expect(code).not.toContain('cross-origin isolated');
  expect(code).not.toContain('crossOriginIsolated');
});
