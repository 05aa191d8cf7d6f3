import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

// As in the package: one file with all its dependencies.
let folder = '';
let started: ChildProcess[] = [];
const command = () => join(folder, 'instead-emulator.mjs');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instead-emulator-'));
  await build({
    entryPoints: [resolve(import.meta.dirname, '../../src/emulator/command.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: command(),
    logLevel: 'error',
  });
});
afterEach(() => {
  for (const child of started) child.kill();
  started = [];
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]) {
  const child = spawn(process.execPath, [command(), ...args]);
  started.push(child);
  const output = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => (output.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.error += data.toString()));
  return { child, output, ended: once(child, 'close').then(([code]) => code as number) };
}

async function listen(...args: string[]) {
  const { output } = run('--port', '0', ...args);
  await expect.poll(() => output.out, { timeout: 10_000 }).toMatch(/webhooks are sent/i);
  return { output, origin: /http:\/\/[^/\s]+/.exec(output.out)![0] };
}

describe('instead-emulator', () => {
  it('prints its address and the props of the provider, but not the key of the webhook URL', async () => {
    const { output, origin } = await listen('--webhook-url', 'http://localhost:3000/api/webhooks/instead?key=s3cret');
    expect(output.out).toContain(`apiUrl="${origin}/api"`);
    expect(output.out).toContain(`scriptSrc="${origin}/instead-1.0.1.js"`);
    expect(output.out).toContain('Webhooks are sent to http://localhost:3000/api/webhooks/instead\n');
    expect(output.out).not.toContain('s3cret');
    expect(await (await fetch(origin)).text()).toContain('인스테드 에뮬레이터');
  });

  it('is not reachable from another machine by default', async () => {
    const { origin } = await listen();
    const own = Object.values(networkInterfaces()).flat();
    const outside = own.find((each) => each && !each.internal && each.family === 'IPv4')?.address ?? '127.0.0.2';
    await expect(fetch(`http://${outside}:${new URL(origin).port}/`)).rejects.toThrow();
  });

  it.each([
    [['--port', 'many'], '--port must be an integer'],
    [['--webhook-url', 'here'], '--webhook-url must be an http(s) URL'],
    [['--color'], '--color'],
    [['extra'], 'extra'],
  ])('exits with code 1 and an error message for %j', async (args, message) => {
    const { output, ended } = run(...args);
    expect(await ended).toBe(1);
    expect(output.error).toContain(message);
    expect(output.error).not.toContain('    at ');
  });

  it('exits with code 1 and an error message when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { output, ended } = run('--port', String(port));
    expect(await ended).toBe(1);
    expect(output.error).toBe(`Port ${port} is in use. Choose another one with --port.\n`);
    other.close();
  });

  it('prints the options and exits with code 0 for --help', async () => {
    const { output, ended } = run('--help');
    expect(await ended).toBe(0);
    expect(output.out).toContain('--host');
  });
});
