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

type Built = typeof import('../../src/errors.ts');
const load = (code: string) =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`) as Promise<Built>;

const codes: InsteadErrorCode[] = ['popup_blocked', 'window_lost', 'invalid_request', 'no_provider'];

test('a development build speaks in sentences', async () => {
  const code = await bundle('development');
  const built = await load(code);
  for (const each of codes) expect(new built.InsteadError(each).message).toBe(new InsteadError(each).message);
});

test('a production build carries no sentence: there the code is the message', async () => {
  const code = await bundle('production');
  for (const each of codes) {
    const [first = ''] = new InsteadError(each).message.split('. ');
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

test('the warning of an isolated page is in the development build alone', async () => {
  expect(await bundle('development', 'index.ts')).toContain('cross-origin isolated');
  const code = await bundle('production', 'index.ts');
  expect(code).not.toContain('cross-origin isolated');
  expect(code).not.toContain('crossOriginIsolated');
});
