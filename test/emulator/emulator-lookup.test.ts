import { describe, expect, it } from 'vitest';
import { createEmulator, emulatorCancel, emulatorLookup } from 'react-instead-pay/emulator';
import { createWebhookHandler } from 'react-instead-pay/server';
import { createMemoryShop } from '../server/memory-shop.ts';
import { openEmulator } from './open-emulator.ts';

describe('emulatorLookup()', () => {
  it.each(['0', '1'])('returns what lookupPayment has to return, with sandboxYn %s', async (sandboxYn) => {
    const { emulator, payment, pay } = openEmulator();
    const { uid } = await payment({ sandboxYn });
    await pay(uid);
    expect(await emulatorLookup('http://localhost', emulator.fetch)({ insteadUid: uid })).toEqual({
      ...{ status: 'paid', amount: 3000, merchantUid: 'order-1', insteadUid: uid, sandbox: sandboxYn === '1' },
    });
  });

  it('returns null for a payment that is unknown, is waiting or has expired', async () => {
    const { emulator, payment } = openEmulator();
    const lookup = emulatorLookup('http://localhost/', emulator.fetch);
    const { uid: insteadUid } = await payment();
    expect(await lookup({ insteadUid })).toBeNull();
    emulator.advance(24 * 60 * 60 * 1000);
    expect(await lookup({ insteadUid })).toBeNull();
    for (const unknown of ['none', '..', '../faults', 'a/b?c#d']) {
      expect(await lookup({ insteadUid: unknown }), unknown).toBeNull();
    }
  });

  it('asks below a basePath, with or without a slash at the end', async () => {
    const addresses: string[] = [];
    const emulator = createEmulator({ basePath: '/instead' });
    const fetch = (request: Request) => (addresses.push(request.url), emulator.fetch(request));
    for (const url of ['http://localhost/instead', 'http://localhost/instead/']) {
      await emulatorLookup(url, fetch)({ insteadUid: 'a b' });
    }
    expect(addresses).toEqual(Array(2).fill('http://localhost/instead/api/payments/a%20b'));
  });

  it('rejects when the emulator responds with an error, or not at all', async () => {
    const down = emulatorLookup('http://localhost', async () => new Response('', { status: 500 }));
    await expect(down({ insteadUid: 'a' })).rejects.toThrow(/500/);
    const nobody = emulatorLookup('http://127.0.0.1:1');
    await expect(nobody({ insteadUid: 'a' })).rejects.toThrow();
  });

  it.each(['', 'localhost:4000', '/instead', 'ftp://localhost', 'http://'])('throws for the url %j', (url) => {
    expect(() => emulatorLookup(url)).toThrow(/emulatorLookup\(\): `url` must be an http\(s\) URL/);
    expect(() => emulatorCancel(url)).toThrow(/emulatorCancel\(\): `url` must be/);
  });
});

describe('emulatorCancel()', () => {
  it('cancels a payment once, and its webhook follows', async () => {
    const { emulator, payment, pay, lookUp } = openEmulator();
    const cancel = emulatorCancel('http://localhost', emulator.fetch);
    const { uid: insteadUid } = await payment();
    await pay(insteadUid);
    expect(await cancel({ insteadUid })).toBe('cancelled');
    expect(await lookUp(insteadUid)).toMatchObject({ status: 'cancelled' });
    expect(await cancel({ insteadUid })).toBe('not_cancellable');
    expect(await cancel({ insteadUid: 'none' })).toBe('unknown_payment');
  });

  it('rejects when the emulator responds with an error', async () => {
    const cancel = emulatorCancel('http://localhost', async () => new Response('', { status: 503 }));
    await expect(cancel({ insteadUid: 'a' })).rejects.toThrow(/503/);
  });
});

it.each(['0', '1'])(
  'a shop with emulatorLookup as lookupPayment rejects a payment of the other mode: sandboxYn %s',
  async (sandboxYn) => {
    const shop = createMemoryShop();
    const order = shop.addOrder(3000);
    const opened = openEmulator({
      webhookUrl: 'http://localhost:3000/api/webhooks/instead',
      deliver: (request) => webhook.GET(request),
    });
    const results: unknown[] = [];
    const webhook = createWebhookHandler({
      ...shop.options,
      sandbox: false,
      lookupPayment: emulatorLookup('http://localhost', opened.emulator.fetch),
      onRejected: ({ reason }) => results.push(reason),
    });
    const { uid } = await opened.payment({ sandboxYn, merchantUid: order.merchantUid });
    await opened.pay(uid);
    if (sandboxYn === '0') await opened.emulator.settled();
    else await expect.poll(() => results).toEqual(['mode']);
    expect(order.status).toBe(sandboxYn === '0' ? 'paid' : 'waiting');
    opened.emulator.reset();
  },
);
