import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const entry = resolve(import.meta.dirname, '../../src/emulator/index.ts');

it('runs without Node’s globals, as in a service worker', async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'emulator',
    logLevel: 'silent',
  });
  const code = outputFiles[0]!.text;
  expect(code).not.toMatch(/from\s*["']node:|require\(/);
  // Only the globals of a service worker: neither process nor Buffer.
  const context = createContext({
    ...{ AbortController, crypto, fetch, Headers, Request, Response, URL, URLSearchParams, FormData, ReadableStream },
    ...{ TextEncoder, TextDecoder, setTimeout, clearTimeout, Intl, console },
  });
  runInContext(code, context);
  const get = (path: string) =>
    runInContext(
      `emulator.createEmulator().fetch(new Request('http://localhost${path}'))`,
      context,
    ) as Promise<Response>;
  expect(await (await get('/')).text()).toContain('모의 결제');
  expect(await (await get('/instead-1.0.1.js')).text()).toContain('http://localhost/api');
});
