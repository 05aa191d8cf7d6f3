import { describe, expect, it } from 'vitest';
import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';
import { openEmulator } from './open-emulator.ts';

describe('createEmulator()', () => {
  it.each([
    [{ webhookUrl: '/api/hook' }, /webhookUrl/],
    [{ webhookUrl: 'http://user:password@localhost/' }, /webhookUrl/],
    [{ siteUrl: 'javascript:alert(1)' }, /siteUrl/],
    [{ methods: [] }, /methods/],
    [{ delivery: 'never' }, /delivery/],
    [{ resendTimes: 0 }, /resendTimes/],
    [{ lateBy: -1 }, /lateBy/],
  ])('throws for an invalid option: %j', (options, message) => {
    expect(() => createEmulator(options as EmulatorOptions)).toThrow(message);
  });

  it('treats an undefined option as omitted', async () => {
    const { fetch } = openEmulator({ webhookUrl: undefined, methods: undefined });
    expect(await (await fetch('/settings')).json()).toMatchObject({
      webhookUrl: '',
      methods: ['card', 'mobile', 'transfer'],
    });
  });

  it.each(['/instead', '/instead/', 'instead'])('normalizes the basePath %s', async (basePath) => {
    const { fetch, text } = openEmulator({ basePath });
    expect(await text('/instead/instead-1.0.1.js')).toContain('http://localhost/instead/api');
    expect((await fetch('/instead-1.0.1.js')).status).toBe(404);
  });

  it('starts every redirect and link with basePath', async () => {
    const { fetch, text } = openEmulator({ basePath: '/instead' });
    const form = { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams({ advance: '1000' }) };
    expect((await fetch('/instead/clock', form)).headers.get('location')).toBe('/instead/');
    const links = [...(await text('/instead/')).matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/^\/instead\//);
  });
});

describe('settings', () => {
  it.each([{ methods: ['card', 'cash'] }, { methods: [] }, { resendTimes: 99 }, { lateBy: 'soon' }])(
    'are all rejected when one is invalid: %j',
    async (settings) => {
      const { post, fetch } = openEmulator();
      const before: unknown = await (await fetch('/settings')).json();
      expect((await post('/settings', settings)).status).toBe(400);
      expect(await (await fetch('/settings')).json()).toEqual(before);
    },
  );

  it('of a form without a checked payment method are rejected with a page', async () => {
    const { fetch } = openEmulator();
    const answer = await fetch('/settings', {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ methods: '' }),
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('변경하지 못했어요');
    expect(page).toContain('<b>모의 결제</b>');
  });

  it('add a link to siteUrl to the checkout page after the payment', async () => {
    const { payment, pay, text } = openEmulator({ siteUrl: 'https://shop.example/' });
    const { uid } = await payment();
    await pay(uid);
    expect(await text(`/checkout/${uid}`)).toContain('href="https://shop.example/"');
  });
});

describe('the body of a POST', () => {
  it.each(['/faults', '/settings', '/clock'])('is rejected at %s when it is not an object', async (path) => {
    const { fetch } = openEmulator();
    for (const body of ['{', '[]', 'null', '7']) {
      const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(answer.status, body).toBe(400);
    }
  });

  it('is rejected when a named value is a list', async () => {
    const { post, fetch } = openEmulator();
    expect((await post('/faults', { popup: ['silent'] })).status).toBe(400);
    expect(await (await fetch('/faults')).json()).toMatchObject({ popup: 'normal' });
  });

  it.each([{ now: 9e15 }, { advance: 9e15 }, { advance: true }, { advance: null }, {}])(
    'is rejected when the clock would leave the range of dates: %j',
    async (move) => {
      const { post, fetch } = openEmulator();
      expect((await post('/clock', move)).status).toBe(400);
      expect((await fetch('/')).status).toBe(200);
    },
  );
});
