import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findPort, startNext, waitUntilReady } from '../../scripts/serve-shop.js';
import { expectEachAtOnce, openOrderStream } from './support/open-order-stream.ts';
import { origin } from './support/visit.ts';

const running: ChildProcess[] = [];
const folders: string[] = [];

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGTERM');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  folders.push(folder);
  return join(folder, 'data');
}

/** A shop with its embedded database in this folder, and its output. */
async function startOn(folder: string) {
  const port = await findPort();
  const child = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PGLITE_DATA_DIR: folder, DATABASE_URL: '' },
  });
  running.push(child);
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, port, origin: `http://localhost:${port}`, output: () => output };
}

/** Creates an order as a page does. */
async function order(origin: string): Promise<{ id: string; cookie: string }> {
  const made = await fetch(`${origin}/api/orders`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ productId: 'goguma', quantity: 2 }),
  });
  const { merchantUid } = (await made.json()) as { merchantUid: string };
  return { id: merchantUid, cookie: made.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

test('an open page is updated by each webhook of its order', async () => {
  const { id, cookie } = await order(origin);
  const page = await openOrderStream(origin, id, cookie);
  await expectEachAtOnce(page, (count) => {
    const webhook = { instead_uid: `made_up_${count}`, merchant_uid: id, status: 'paid' };
    return fetch(`${origin}/api/webhooks/instead?${new URLSearchParams(webhook)}`);
  });
  page.leave();
});

test('an order survives the process, however it ends, and a second process cannot open its folder', async () => {
  const folder = newFolder();
  const first = await startOn(folder);
  await waitUntilReady(first.child, first.port);
  const { id, cookie } = await order(first.origin);

  const intruder = await startOn(folder);
  await expect(waitUntilReady(intruder.child, intruder.port)).rejects.toThrow('no database');
  expect(intruder.output()).toContain(`is open in process ${first.child.pid}`);

  await end(first.child, 'SIGKILL');
  const second = await startOn(folder);
  await waitUntilReady(second.child, second.port);
  const kept = await fetch(`${second.origin}/api/orders/${id}`, { headers: { Cookie: cookie } });
  expect(await kept.json()).toMatchObject({ id, status: 'created', totalAmt: 8000 });
  // The shop starts three times, its database twice.
}, 180_000);
