import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmulator, type EmulatorStorage } from 'react-instead-pay/emulator';
import { createFileStorage } from '../../src/emulator/file-storage.ts';
import { openEmulator } from './open-emulator.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'instead-emulator-data-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const path = () => join(folder, 'data.json');

const webhookUrl = 'http://localhost:3000/api/webhooks/instead';

describe('a new emulator with the same storage', () => {
  it('has the payments, their pages and the log', async () => {
    const options = { storage: createFileStorage(path()), webhookUrl, deliver: async () => new Response() };
    const first = openEmulator(options);
    const [waiting, paid] = [await first.payment(), await first.payment({ merchantUid: 'order-2' })];
    await first.pay(paid.uid, 'mobile');
    await first.emulator.settled();
    const log: unknown = await (await first.fetch('/deliveries')).json();

    const second = openEmulator(options);
    expect(await second.lookUp(paid.uid)).toMatchObject({ status: 'paid', method: 'mobile', merchant_uid: 'order-2' });
    expect(await (await second.fetch('/deliveries')).json()).toEqual(log);
    expect(await second.text(`/api/pay?session_id=${waiting.sessionId}`)).toContain('카카오톡');
    await second.pay(waiting.uid);
    await second.emulator.settled();
    expect(await (await second.fetch('/deliveries')).json()).toMatchObject([{ id: 2 }, { id: 1 }]);
    expect(await second.lookUp(waiting.uid)).toMatchObject({ status: 'paid' });
  });

  it('sends the webhooks that were in flight, waiting for a retry, or late', async () => {
    const storage = createFileStorage(path());
    const hangs = () => new Promise<Response>(() => {});
    const first = openEmulator({ storage, webhookUrl, deliver: hangs });
    const inFlight = await first.payment();
    await first.pay(inFlight.uid);
    const second = openEmulator({ storage, webhookUrl, delivery: 'late', lateBy: 60_000, deliver: hangs });
    const late = await second.payment();
    await second.pay(late.uid);

    const sent: string[] = [];
    const third = openEmulator({
      ...{ storage, webhookUrl },
      deliver: async ({ url }) => (sent.push(new URL(url).searchParams.get('instead_uid')!), new Response()),
    });
    await third.emulator.settled();
    expect(sent.sort()).toEqual([inFlight.uid, late.uid].sort());
    const fourth = openEmulator({ storage, webhookUrl, deliver: () => Promise.reject(new Error('sent again')) });
    await fourth.emulator.settled();
    expect(await (await fourth.fetch('/deliveries')).json()).toHaveLength(4);
  });

  it('continues with the offset of the clock, and with the settings of its own options', async () => {
    const storage = createFileStorage(path());
    const first = openEmulator({ storage, siteUrl: 'https://first.example/' });
    const { uid } = await first.payment();
    first.emulator.advance(24 * 60 * 60 * 1000);
    const second = openEmulator({ storage });
    expect(await second.lookUp(uid)).toMatchObject({ status: 'expired' });
    expect(await (await second.fetch('/settings')).json()).toMatchObject({ siteUrl: '' });
  });

  it('has nothing after reset()', async () => {
    const storage = createFileStorage(path());
    const first = openEmulator({ storage });
    const { uid } = await first.payment();
    first.emulator.reset();
    expect((await openEmulator({ storage }).fetch(`/api/payments/${uid}`)).status).toBe(404);
  });
});

it('stores a payment before its response is sent', async () => {
  const stored: string[] = [];
  const { payment, pay } = openEmulator({ storage: { read: () => null, write: (text) => void stored.push(text) } });
  const { uid } = await payment();
  expect(stored.at(-1)).toContain(uid);
  await pay(uid);
  expect(stored.at(-1)).toContain('"status":"paid"');
});

it.each([
  '',
  '{',
  'null',
  '[]',
  '{}',
  '{"version":2}',
  '{"version":1,"ahead":0,"payments":{},"deliveries":[],"pending":[]}',
])('createEmulator() throws for saved data that is invalid, and does not replace it: %s', (text) => {
  writeFileSync(path(), text);
  expect(() => createEmulator({ storage: createFileStorage(path()) })).toThrow(/saved data is invalid/);
  expect(readFileSync(path(), 'utf8')).toBe(text);
});

it('createEmulator() throws when the storage cannot be written to', () => {
  expect(() => createEmulator({ storage: createFileStorage(join(folder, 'none/data.json')) })).toThrow(/ENOENT/);
});

it('responds with 500 to a change that cannot be stored, and still serves its pages', async () => {
  let isFull = false;
  const storage: EmulatorStorage = {
    read: () => null,
    write() {
      if (isFull) throw new Error('ENOSPC');
    },
  };
  const { fetch, payment, pay } = openEmulator({ storage, webhookUrl, deliver: async () => new Response() });
  const { uid } = await payment();
  isFull = true;
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect((await pay(uid)).status).toBe(500);
  expect((await fetch('/')).status).toBe(200);
  expect(String(log.mock.calls[0]?.[0])).toContain('ENOSPC');
  log.mockRestore();
});

describe('createFileStorage()', () => {
  it('returns null without a file, and the last text with one', () => {
    const storage = createFileStorage(path());
    expect(storage.read()).toBeNull();
    storage.write('first');
    storage.write('두 번째');
    expect(createFileStorage(path()).read()).toBe('두 번째');
  });

  it('replaces the file as a whole, and leaves no other file behind', () => {
    const storage = createFileStorage(path());
    storage.write('x'.repeat(1_000_000));
    // A crash while the next text was being written leaves this.
    writeFileSync(`${path()}.tmp`, 'half of a te');
    expect(storage.read()).toHaveLength(1_000_000);
    storage.write('short');
    expect(readFileSync(path(), 'utf8')).toBe('short');
    expect(readdirSync(folder)).toEqual(['data.json']);
  });

  it('throws when the file cannot be read', () => {
    expect(() => createFileStorage(folder).read()).toThrow(/EISDIR/);
  });
});
