import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const entry = resolve(import.meta.dirname, '../../src/emulator/index.ts');

it('runs where there is nothing of Node, as in a service worker', async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'sandbox',
    logLevel: 'silent',
  });
  const code = outputFiles[0]!.text;
  expect(code).not.toMatch(/from\s*["']node:|require\(/);
  // What every service worker has, and no more: neither process nor Buffer.
  const world = createContext({
    ...{ AbortSignal, crypto, fetch, Headers, Request, Response, URL, URLSearchParams, FormData, ReadableStream },
    ...{ TextEncoder, TextDecoder, setTimeout, clearTimeout, Intl, console },
  });
  runInContext(code, world);
  const ask = (path: string) =>
    runInContext(`sandbox.createEmulator().fetch(new Request('http://localhost${path}'))`, world) as Promise<Response>;
  expect(await (await ask('/')).text()).toContain('모의 결제');
  expect(await (await ask('/instead-1.0.1.js')).text()).toContain('http://localhost/api');
});
