import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ENTRIES as ENTRY_FILES } from '../../scripts/entries.js';
import { ENTRIES, published, readPublished } from './support/published.ts';
import { runModule, runScript } from './support/run-node.ts';
import { startEmulator } from './support/start-emulator.ts';

type Names = Record<string, string[]>;

const clean = `
  const entries = JSON.parse(process.argv[1]);
  const show = (found) => console.log(JSON.stringify(Object.fromEntries(found.map(([entry, names]) =>
    [entry, Object.keys(names).filter((name) => name !== '__esModule').sort()]))));`;
const importAll = `${clean} show(await Promise.all(entries.map(async (entry) => [entry, await import(entry)])));`;
const requireAll = `${clean} show(entries.map((entry) => [entry, require(entry)]));`;

async function read(runCode: typeof runModule, code: string, entries: string[], flags: string[] = []): Promise<Names> {
  const { out, err } = await runCode(code, { cwd: inject('consumer') }, flags, [JSON.stringify(entries)]);
  // Every shop would see a warning, too, on each start.
  expect(err).toBe('');
  return JSON.parse(out) as Names;
}

const entries = Object.keys(ENTRIES);

test('in Node, without a page, every entry can be imported and required, with the same exports', async () => {
  const imported = await read(runModule, importAll, entries);
  for (const [entry, known] of Object.entries(ENTRIES))
    expect(imported[entry], entry).toEqual(expect.arrayContaining(known));
  expect(await read(runScript, requireAll, entries)).toEqual(imported);
});

test('a resolver for CommonJS only finds a file for each entry, with the same exports', async () => {
  const imported = await read(runModule, importAll, entries);
  const { exports } = JSON.parse(readPublished('package.json')) as {
    exports: Record<string, { require: { default: string } }>;
  };
  const files = entries.map((entry) => exports[entry.replace('react-instead-pay', '.')]!.require.default);
  expect(files).toEqual(Object.keys(ENTRY_FILES).map((name) => `./dist/${name}.cjs`));
  const inFiles = await read(
    runScript,
    requireAll,
    files.map((file) => join(published(), file)),
  );
  expect(Object.values(inFiles)).toEqual(entries.map((entry) => imported[entry]));
});

test('every entry except the client’s can be imported under the react-server condition', async () => {
  const [client, ...others] = entries;
  expect(client).toBe('react-instead-pay');
  const names = await read(runModule, importAll, others, ['--conditions=react-server']);
  for (const entry of others)
    expect(names[entry]).toEqual(expect.arrayContaining(ENTRIES[entry as keyof typeof ENTRIES]));
});

test('no entry needs `process`, which a browser without a bundler does not have', async () => {
  const code = `
    await import('react'); await import('react/jsx-runtime'); await import('react-dom');
    const { log } = console;
    delete globalThis.process;
    const { createInsteadClient } = await import('react-instead-pay');
    const { parseWebhook } = await import('react-instead-pay/server');
    await import('react-instead-pay/testing');
    try { parseWebhook(new URL('http://shop.example/')); } catch (error) { log(error.code); }
    const instead = createInsteadClient({ clientId: 'shop' });
    instead.dispose();
    log((await instead.pay({})).error.code);`;
  const { out, err } = await runModule(code, { cwd: inject('consumer') });
  expect(err).toBe('');
  expect(out.split('\n')).toEqual(['invalid_webhook', 'disposed', '']);
});

test('instead-emulator starts from the installed package, in any folder', async () => {
  const { bin } = JSON.parse(readPublished('package.json')) as { bin: Record<string, string> };
  expect(readPublished(bin['instead-emulator']!)).toMatch(/^#!\/usr\/bin\/env node\n/);
  const elsewhere = mkdtempSync(join(tmpdir(), 'react-instead-pay-command-'));
  const { origin, stop } = await startEmulator(elsewhere);
  onTestFinished(async () => {
    await stop();
    rmSync(elsewhere, { recursive: true });
  });
  const response = await fetch(`${origin}/instead-1.0.1.js`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('INSTEAD');
});
