import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emulatorCancel, emulatorLookup, emulatorLookupByOrder } from 'react-instead-pay/emulator';
import { sendWebhook } from '../../src/emulator/send-webhook.ts';

type Fetch = (request: Request) => Promise<Response>;

const look = (url: string, fetch?: Fetch) => emulatorLookup(url, fetch)({ insteadUid: 'a' });
const lookByOrder = (url: string, fetch?: Fetch) => emulatorLookupByOrder(url, fetch)('order-1');
const cancel = (url: string, fetch?: Fetch) => emulatorCancel(url, fetch)({ insteadUid: 'a' });
const send = (url: string, fetch: Fetch = globalThis.fetch) =>
  sendWebhook(fetch, url, { uid: 'a', merchantUid: 'order-1', status: 'paid' });

const timedOut = { name: 'TimeoutError' };
const never = () => new Promise<Response>(() => {});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Receives requests, and sends no response, or only its beginning. */
let server: Server;
let url: string;
let beginning = '';

beforeEach(async () => {
  beginning = '';
  server = createServer((_, response) => void (beginning && response.writeHead(200).write(beginning)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Waits for a request. Returns its end, which comes when the connection is closed. */
async function nextRequest(): Promise<{ end: Promise<unknown> }> {
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  return { end: once(request.socket, 'close') };
}

/** Has Node collect what nothing refers to any more, in several turns of its event loop. */
async function collectAll(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    collectGarbage();
    await new Promise(setImmediate);
  }
}

/** Starts a call, and lets `ms` pass once its request has arrived. Resolves with how it settled, when its connection is closed. */
async function settleAfter(
  ms: number,
  call: (url: string) => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>> {
  const arrived = nextRequest();
  const settled = Promise.allSettled([call(url)]);
  const { end } = await arrived;
  await collectAll();
  await vi.advanceTimersByTimeAsync(ms);
  await end;
  return (await settled)[0];
}

describe.each([
  ['emulatorLookup()', look],
  ['emulatorLookupByOrder()', lookByOrder],
  ['emulatorCancel()', cancel],
])('%s', (_, call) => {
  it('rejects after 5 seconds, though the given fetch never settles', async () => {
    const result = expect(call('http://localhost', never)).rejects.toMatchObject(timedOut);
    await vi.advanceTimersByTimeAsync(5_000);
    await result;
  });

  it('ends its request after 5 seconds, also when memory was cleaned up meanwhile', async () => {
    expect(await settleAfter(5_000, call)).toMatchObject({ status: 'rejected', reason: timedOut });
  });
});

it.each([
  ['emulatorLookup()', look],
  ['emulatorLookupByOrder()', lookByOrder],
])('%s rejects when a response begins and does not end', async (_, call) => {
  beginning = '{';
  expect(await settleAfter(5_000, call)).toMatchObject({ status: 'rejected', reason: timedOut });
});

it('a webhook without a response ends after 15 seconds, also when memory was cleaned up meanwhile', async () => {
  expect(await settleAfter(15_000, send)).toEqual({ status: 'fulfilled', value: 'timed_out' });
});

it('a webhook ends after 15 seconds, though the given deliver() never settles', async () => {
  const result = send('http://localhost', never);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await result).toBe('timed_out');
});
