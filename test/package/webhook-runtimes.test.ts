import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { SERVERS, TOOLS } from './support/paths.ts';
import { expectCopiesOfCutOffRequest, expectWebhooks } from './support/send-webhooks.ts';
import { startLookup } from './support/start-lookup.ts';
import { startServer } from './support/start-server.ts';

/** Finds a program that an npm package has for this platform, or where its installer has moved it. */
function findProgram(scope: string, path: string, moved = ''): string {
  const found = [...readdirSync(scope).map((name) => join(scope, name, path)), join(scope, moved)];
  return (
    found.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile()) ??
    expect.fail(`There is no ${path} in ${scope}.`)
  );
}

function copyShop(): string {
  const folder = mkdtempSync(join(inject('consumer'), 'webhook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, 'apps/webhook'), folder, { recursive: true });
  return folder;
}

/** Starts the shop in workerd, and resolves with its origin. */
async function startWorkerd(compatibilityDate: string, lookupUrl: string): Promise<string> {
  const folder = copyShop();
  await build({
    absWorkingDir: folder,
    entryPoints: ['workerd.mjs'],
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'bundle.js'),
    logLevel: 'error',
  });
  const config = join(folder, 'workerd.capnp');
  writeFileSync(config, readFileSync(config, 'utf8').replace('COMPATIBILITY_DATE', compatibilityDate));
  const workerd = findProgram(join(SERVERS, 'node_modules/@cloudflare'), 'bin/workerd');
  const options = { cwd: folder, env: { LOOKUP_URL: lookupUrl } };
  return `http://127.0.0.1:${await startServer(workerd, ['serve', config, '--control-fd=1'], options, /"port":(\d+)/)}`;
}

const startScript = (command: string, args: string[], lookupUrl: string) =>
  startServer(command, args, { cwd: copyShop(), env: { LOOKUP_URL: lookupUrl } }, /(http:\/\/127\.0\.0\.1:\d+)/);

const runtimes: Record<string, (lookupUrl: string) => Promise<string>> = {
  // Before and after workerd could resume a promise that another request resolves.
  'workerd as of 2023-03-01': (lookupUrl) => startWorkerd('2023-03-01', lookupUrl),
  'workerd as of 2026-11-01': (lookupUrl) => startWorkerd('2026-11-01', lookupUrl),
  Deno: (lookupUrl) => {
    const deno = findProgram(join(SERVERS, 'node_modules/@deno'), 'deno');
    const args = [
      'run',
      '--no-lock',
      '--node-modules-dir=manual',
      '--allow-net',
      '--allow-env',
      '--allow-read',
      'deno.mjs',
    ];
    return startScript(deno, args, lookupUrl);
  },
  Bun: (lookupUrl) =>
    startScript(
      findProgram(join(TOOLS, 'node_modules/@oven'), 'bin/bun', '../bun/bin/bun.exe'),
      ['bun.mjs'],
      lookupUrl,
    ),
  Node: (lookupUrl) => startScript(process.execPath, ['node.mjs'], lookupUrl),
};

describe.each(Object.entries(runtimes))('in %s', (_, start) => {
  test('the webhook handler verifies webhooks, and concurrent copies share a look-up', async () => {
    const lookup = await startLookup();
    await expectWebhooks(`${await start(lookup.url)}/hook`, lookup);
  });

  test('the copies of a request that was cut off are answered', async () => {
    const lookup = await startLookup();
    await expectCopiesOfCutOffRequest(`${await start(lookup.url)}/hook`, lookup);
  });
});
