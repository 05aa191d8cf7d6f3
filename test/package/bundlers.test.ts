import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { chromium, type Browser } from 'playwright';
import { build as vite } from 'vite';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { launchOptions } from '../support/chromium.ts';
import { sendRequest } from './support/send-request.ts';
import { copyShop, isShared } from './support/copy-shop.ts';
import { TOOLS } from './support/paths.ts';
import { run } from './support/run-node.ts';
import { startEmulator } from './support/start-emulator.ts';

const requireTool = createRequire(join(TOOLS, 'package.json'));
let browser: Browser;
let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  [browser, emulator] = await Promise.all([chromium.launch(launchOptions), startEmulator(inject('consumer'))]);
});
afterAll(() => Promise.all([browser.close(), emulator.stop()]));

/** The configuration and the result that webpack and Rspack share. */
interface PackerSettings {
  mode: string;
  context: string;
  entry: string;
  output: { path: string; filename: string };
  module: { rules: object[] };
  experiments?: object;
}
type Packer = (
  settings: PackerSettings,
  done: (error: Error | null, stats?: { hasErrors(): boolean; toString(how: string): string }) => void,
) => void;

const pack = (packer: Packer, folder: string, more: Partial<PackerSettings> = {}) =>
  new Promise<void>((resolve, reject) => {
    const settings: PackerSettings = {
      mode: 'production',
      context: folder,
      entry: './main.js',
      output: { path: join(folder, 'dist'), filename: 'main.js' },
      module: { rules: [{ test: /\.css$/, type: 'css' }] },
      ...more,
    };
    packer(settings, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });

// Bun's install script moves its program from the first place to the second. With install scripts off it stays in the first.
const bun = () => {
  const own = join(TOOLS, 'node_modules/@oven');
  const given = (existsSync(own) ? readdirSync(own) : []).map((name) => join(own, name, 'bin/bun'));
  return [...given, join(TOOLS, 'node_modules/bun/bin/bun.exe')].find((path) => existsSync(path))!;
};

const bundlers: Record<string, (folder: string) => Promise<unknown>> = {
  Vite: (folder) => vite({ root: folder, configFile: false, base: './', logLevel: 'error' }),
  esbuild: (folder) =>
    esbuild({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      minify: true,
      outdir: 'dist',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    }),
  webpack: (folder) => pack(requireTool('webpack') as Packer, folder, { experiments: { css: true } }),
  Rspack: (folder) => pack((requireTool('@rspack/core') as { rspack: Packer }).rspack, folder),
  Bun: async (folder) => {
    const args = ['build', './main.js', '--outdir', 'dist', '--minify', '--target', 'browser', '--production'];
    const { code, err } = await run(bun(), args, { cwd: folder });
    expect(code, err).toBe(0);
  },
};

test.each(Object.entries(bundlers))(
  '%s builds a shop whose ESM and CommonJS halves share one context, and it pays',
  async (_, build) => {
    const folder = copyShop();
    await build(folder);
    const output = join(folder, 'dist');
    if (!existsSync(join(output, 'index.html')))
      writeFileSync(
        join(output, 'index.html'),
        '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="./main.css"><div id="root"></div><script type="module" src="./main.js"></script>',
      );
    const address = `${await serve(output)}/?sandbox=${encodeURIComponent(emulator.origin)}`;
    const { consoleLines } = await sendRequest(browser, address);
    expect(consoleLines).toEqual([]);
  },
);

test('in Bun, import and require share one context', async () => {
  const { out, err } = await run(bun(), ['server.mjs'], { cwd: copyShop() });
  expect(err).toBe('');
  expect(out).toMatch(isShared);
});

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Serves a folder, as a web server would. */
async function serve(folder: string): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return void response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1)!] }).end(readFileSync(file));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
