import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRequest } from './open-emulator.ts';

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
  const { output, child, ended } = run('--port', '0', ...args);
  await expect.poll(() => output.out, { timeout: 10_000 }).toMatch(/webhooks are sent/i);
  return { output, child, ended, origin: /http:\/\/[^/\s]+/.exec(output.out)![0] };
}

describe('instead-emulator', () => {
  it('prints its address and the props of the provider, but not the key of the webhook URL', async () => {
    const { output, origin } = await listen('--webhook-url', 'http://localhost:3000/api/webhooks/instead?key=s3cret');
    expect(output.out).toContain(`apiUrl="${origin}/api"`);
    expect(output.out).toContain(`scriptSrc="${origin}/instead-1.0.1.js"`);
    expect(output.out).toContain(`GET ${origin}/api/payments/{instead_uid}\n`);
    expect(output.out).toContain(`POST ${origin}/api/payments/{instead_uid}/cancel\n`);
    expect(output.out).toContain('Webhooks are sent to http://localhost:3000/api/webhooks/instead\n');
    expect(output.out).not.toContain('s3cret');
    expect(await (await fetch(origin)).text()).toContain('인스테드 에뮬레이터');
  });

  it('keeps payments with --data, also when it is killed, and sends the webhook that the shop did not receive', async () => {
    const data = join(folder, 'data.json');
    const first = await listen('--data', data, '--webhook-url', 'http://127.0.0.1:1/');
    const post = async (path: string, body: object, token = '') => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(first.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as Record<string, string>;
    };
    const { access_token } = await post('/api/token', { client_id: 'shop' });
    const { session_id } = await post('/api/session', createRequest(), access_token);
    const page = await (await fetch(`${first.origin}/api/pay?session_id=${session_id}`)).text();
    const uid = /\/checkout\/(instead_\w+)"/.exec(page)![1]!;
    await fetch(`${first.origin}/checkout/${uid}/pay`, {
      method: 'POST',
      body: new URLSearchParams({ method: 'card' }),
      redirect: 'manual',
    });
    first.child.kill('SIGKILL');
    await first.ended;

    const received: string[] = [];
    const shop = createHttpServer((request, response) => {
      received.push(request.url!);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
    const second = await listen('--data', data, '--webhook-url', shopUrl);
    expect(await (await fetch(`${second.origin}/api/payments/${uid}`)).json()).toMatchObject({ status: 'paid' });
    await expect.poll(() => received, { timeout: 10_000 }).toEqual([expect.stringContaining(`instead_uid=${uid}`)]);
    shop.closeAllConnections();
    shop.close();
  });

  it('exits with code 1 for a data file that is invalid', async () => {
    const data = join(folder, 'invalid.json');
    await writeFile(data, '{');
    const { output, ended } = run('--port', '0', '--data', data);
    expect(await ended).toBe(1);
    expect(output.error).toContain('The saved data is invalid.');
    expect(output.error).not.toContain('    at ');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'refuses a data file that another emulator uses, until that one has ended, also by %s',
    async (signal) => {
      const data = join(folder, `locked-by-${signal}.json`);
      const first = await listen('--data', data);
      const refused = run('--port', '0', '--data', data);
      expect(await refused.ended).toBe(1);
      expect(refused.output.error).toBe(
        `--data ${data} cannot be used: another emulator (process ${first.child.pid}) uses it, and the two would overwrite each other's payments. Stop that one, or choose another file. If none is running, delete ${data}.lock.\n`,
      );
      first.child.kill(signal);
      await first.ended;
      expect(existsSync(`${data}.lock`)).toBe(signal === 'SIGKILL');
      const second = await listen('--data', data);
      expect(readFileSync(`${data}.lock`, 'utf8')).toBe(`${second.child.pid}`);
    },
  );

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
