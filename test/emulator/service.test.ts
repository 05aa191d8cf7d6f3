import { describe, expect, it } from 'vitest';
import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';
import { createRequest, openEmulator } from './open-emulator.ts';

describe('the token', () => {
  it('is issued to any client id without clientIds', async () => {
    const { post } = openEmulator();
    const answer = await post('/api/token', { client_id: 'anybody' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ access_token: expect.stringMatching(/^token_/) });
  });

  it.each([
    [{}, 400],
    [{ client_id: '' }, 400],
    [{ client_id: 7 }, 400],
    ['junk', 400],
    [{ client_id: 'stranger' }, 401],
  ])('is rejected for %j', async (body, status) => {
    const { post } = openEmulator({ clientIds: ['my-shop'] });
    expect((await post('/api/token', body)).status).toBe(status);
  });

  it('expires after tokenLifetime by the emulator’s clock', async () => {
    const { emulator, post, token, session } = openEmulator();
    emulator.setFaults({ tokenLifetime: 60_000 });
    const bearer = await token();
    expect((await session({}, bearer)).status).toBe(200);
    await post('/clock', { advance: 60_000 });
    expect((await session({}, bearer)).status).toBe(401);
  });
});

describe('a session', () => {
  it('is created for the guide’s example', async () => {
    const { session } = openEmulator();
    const answer = await session({});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ session_id: expect.stringMatching(/^session_/) });
  });

  it.each([
    ['name', { name: '' }, 'name'],
    ['name', { name: 1 }, 'name'],
    ['merchantUid', { merchantUid: ' ' }, 'merchantUid'],
    ['an empty list', { itemList: [] }, 'itemList'],
    ['no list', { itemList: 'x' }, 'itemList'],
    ['an item that is null', { itemList: [null] }, 'itemList[0]'],
    ['an item without a name', { itemList: [{ itemAmt: 1 }] }, 'itemList[0].itemName'],
    ['an item without an amount', { itemList: [{ itemName: 'a' }] }, 'itemList[0].itemAmt'],
    [
      'a script as an image',
      { itemList: [{ itemName: 'a', itemAmt: 1, imgUrl: 'javascript:alert(1)' }] },
      'itemList[0].imgUrl',
    ],
    ['an invalid URL', { itemList: [{ itemName: 'a', itemAmt: 1, orderUrl: 'x' }] }, 'itemList[0].orderUrl'],
    ['an expiration in the past', { payEndDttm: '1520302281201' }, 'payEndDttm'],
    ['an expiration that is not a number', { payEndDttm: 'tomorrow' }, 'payEndDttm'],
    ['sandboxYn as a number', { sandboxYn: 1 }, 'sandboxYn'],
    ['a total of 0', { totalAmt: 0 }, 'totalAmt'],
    ['a fraction as total', { totalAmt: 1.5 }, 'totalAmt'],
    ['a total as text', { totalAmt: '3000' }, 'totalAmt'],
  ])('is rejected for %s, and the response names the field', async (_, change, path) => {
    const { session } = openEmulator();
    const answer = await session(change);
    expect(answer.status).toBe(400);
    const { error, issues } = (await answer.json()) as { error: string; issues: { path: string; message: string }[] };
    expect(error).toBe('invalid_request');
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('names every invalid field', async () => {
    const { session } = openEmulator();
    const answer = await session({ name: '', totalAmt: -1, sandboxYn: 'Y' });
    const { issues } = (await answer.json()) as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path)).toEqual(['name', 'sandboxYn', 'totalAmt']);
  });

  it('is rejected without a token', async () => {
    const { post } = openEmulator();
    expect((await post('/api/session', createRequest())).status).toBe(401);
  });
});

it('another site’s page can neither read a look-up nor cancel a payment', async () => {
  const { fetch, payment, lookUp } = openEmulator();
  const { uid } = await payment();
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  for (const path of [`/api/payments/${uid}`, '/api/payments?merchant_uid=order-1']) {
    expect((await fetch(path, { headers })).headers.get('access-control-allow-origin'), path).toBeNull();
  }
  expect((await fetch(`/api/payments/${uid}/cancel`, { method: 'POST', headers })).status).toBe(403);
  expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
});

it('responds to the preflight of a shop on another origin', async () => {
  const { fetch } = openEmulator();
  const answer = await fetch('/api/session', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(answer.ok).toBe(true);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
});

describe('the look-up', () => {
  it('returns the order, the amount and the current status', async () => {
    const { payment, lookUp, pay } = openEmulator();
    const { uid } = await payment({ totalAmt: 3000 });
    expect(await lookUp(uid)).toMatchObject({
      instead_uid: uid,
      merchant_uid: 'order-1',
      status: 'waiting',
      amount: 3000,
    });
    await pay(uid);
    expect(await lookUp(uid)).toMatchObject({ status: 'paid', amount: 3000, method: 'card' });
  });

  it('responds with 404 for an unknown payment', async () => {
    const { fetch } = openEmulator();
    expect((await fetch('/api/payments/nothing')).status).toBe(404);
  });

  it('returns the payments of an order, newest first', async () => {
    const { payment, pay, fetch } = openEmulator();
    const find = async (query: string) => (await (await fetch(`/api/payments${query}`)).json()) as unknown;
    const [first, second] = [await payment({ sandboxYn: '0' }), await payment()];
    await payment({ merchantUid: 'order-2' });
    await pay(first.uid);
    expect(await find('?merchant_uid=order-1')).toMatchObject({
      payments: [
        { instead_uid: second.uid, status: 'waiting', sandboxYn: '1' },
        { instead_uid: first.uid, status: 'paid', sandboxYn: '0' },
      ],
    });
    expect(await find('?merchant_uid=none')).toEqual({ payments: [] });
    for (const query of ['', '?merchant_uid=']) expect((await fetch(`/api/payments${query}`)).status).toBe(400);
  });

  it('returns the amount of the faults', async () => {
    const { emulator, payment, lookUp } = openEmulator();
    emulator.setFaults({ amount: 10 });
    expect(await lookUp((await payment()).uid)).toMatchObject({ amount: 10 });
  });
});

describe('faults', () => {
  it('are set, read and reset by the API', async () => {
    const { post, fetch } = openEmulator();
    expect(await (await post('/faults', { sessionDelay: 7000, popup: 'silent' })).json()).toMatchObject({
      sessionDelay: 7000,
      popup: 'silent',
    });
    expect(await (await fetch('/faults')).json()).toMatchObject({ sessionDelay: 7000 });
    await post('/faults/reset', {});
    expect(await (await fetch('/faults')).json()).toMatchObject({ sessionDelay: 0, popup: 'normal' });
  });

  it.each([
    { nothing: 1 },
    { sessionDelay: -1 },
    { sessionStatus: 42 },
    { popup: 'loud' },
    { tokenDelay: 'long' },
    { toString: 1 },
  ] as object[])('are rejected with an error message when invalid: %j', async (faults) => {
    const { post } = openEmulator();
    const answer = await post('/faults', faults);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toMatch(/\.$/);
  });

  it('reset sessionStatus after sessionStatusTimes requests', async () => {
    const { emulator, session } = openEmulator();
    emulator.setFaults({ sessionStatus: 401, sessionStatusTimes: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await session({})).status);
    expect(statuses).toEqual([401, 401, 200]);
  });

  it.each([
    ['html', 'text/html'],
    ['empty', null],
  ] as const)('respond to a session with %s', async (sessionBody, type) => {
    const { emulator, session } = openEmulator();
    emulator.setFaults({ sessionBody });
    const answer = await session({});
    expect(answer.status).toBe(200);
    if (type) expect(answer.headers.get('content-type')).toContain(type);
    else expect(await answer.text()).toBe('');
  });
});

it('POST /clock moves and resets the clock', async () => {
  const { post, fetch } = openEmulator({ now: () => 1_000 } satisfies EmulatorOptions);
  expect(await (await post('/clock', { advance: 500 })).json()).toEqual({ now: 1_500, ahead: 500 });
  expect(await (await post('/clock', { now: 9_000 })).json()).toEqual({ now: 9_000, ahead: 8_000 });
  expect((await post('/clock', { advance: 'soon' })).status).toBe(400);
  await post('/clock', { reset: true });
  expect(await (await fetch('/clock')).json()).toEqual({ now: 1_000, ahead: 0 });
});

describe('access', () => {
  it.each([
    'http://localhost/',
    'http://127.0.0.1:4000/',
    'http://127.9.9.9/',
    'http://[::1]:4000/',
    'http://shop.localhost/',
  ])('is granted to %s', async (address) => {
    expect((await createEmulator().fetch(new Request(address))).status).toBe(200);
  });

  it.each([
    'http://shop.example/',
    'http://192.168.0.2/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
  ])('is denied to %s without allowRemoteAccess', async (address) => {
    const denied = await createEmulator().fetch(new Request(address));
    expect(denied.status).toBe(403);
    expect(await denied.text()).toContain('allowRemoteAccess');
    expect((await createEmulator({ allowRemoteAccess: true }).fetch(new Request(address))).status).toBe(200);
  });

  it.each(['host', 'x-forwarded-host'])('is denied for another host in the header %s', async (header) => {
    const request = new Request('http://localhost/', { headers: { [header]: 'shop.example' } });
    expect((await createEmulator().fetch(request)).status).toBe(403);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ] as Record<string, string>[])('is denied to another site’s page that pays or sets faults: %j', async (headers) => {
    const { fetch, payment, lookUp } = openEmulator();
    const { uid } = await payment();
    expect(
      (await fetch(`/checkout/${uid}/pay`, { method: 'POST', headers, body: new URLSearchParams({ method: 'card' }) }))
        .status,
    ).toBe(403);
    expect((await fetch('/faults', { method: 'POST', headers, body: '{}' })).status).toBe(403);
    expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
  });
});

it('serves every path under basePath', async () => {
  const emulator = createEmulator({ basePath: '/instead' });
  const at = (path: string) => emulator.fetch(new Request(`http://localhost${path}`));
  expect(await (await at('/instead/instead-1.0.1.js')).text()).toContain('API = "http://localhost/instead/api"');
  expect(await (await at('/instead')).text()).toContain('action="/instead/faults"');
  expect((await at('/instead-1.0.1.js')).status).toBe(404);
});
