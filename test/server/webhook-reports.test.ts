import { afterEach, expect, test, vi } from 'vitest';
import { HOOK_URL, notify } from './memory-shop.ts';
import { openWebhook, readResponse, responseOf } from './open-webhook.ts';

afterEach(() => void vi.restoreAllMocks());

const watchConsole = () => ({
  warn: vi.spyOn(console, 'warn').mockImplementation(() => {}),
  error: vi.spyOn(console, 'error').mockImplementation(() => {}),
});

test('404: calls onRejected with the reason order and no look-up', async () => {
  const onRejected = vi.fn();
  const { webhook, payload } = openWebhook({ findOrder: async () => null, onRejected });
  expect(await readResponse(await webhook.GET(notify(payload)))).toEqual(responseOf(404));
  expect(onRejected).toHaveBeenCalledExactlyOnceWith({ reason: 'order', payload, lookup: null });
});

test('calls onRejected once for concurrent copies', async () => {
  const onRejected = vi.fn();
  const { webhook, payload } = openWebhook({ lookupPayment: async () => null, onRejected });
  await Promise.all(Array.from({ length: 20 }, () => webhook.GET(notify(payload))));
  expect(onRejected).toHaveBeenCalledOnce();
});

test('warns with the reason, without the payload, when onRejected is not given', async () => {
  const { warn } = watchConsole();
  const { webhook, payload } = openWebhook({ lookupPayment: async () => null, onRejected: undefined });
  await webhook.GET(notify(payload));
  expect(warn.mock.calls).toEqual([['Webhook rejected: unknown_payment']]);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('no mail');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no mail'))],
])('passes the error to onError when onRejected %s, and still responds with 409', async (_, onRejected) => {
  const onError = vi.fn();
  const { webhook, payload } = openWebhook({ lookupPayment: async () => null, onRejected, onError });
  expect((await webhook.GET(notify(payload))).status).toBe(409);
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'no mail' }), payload);
});

test('waits for onRejected before it responds', async () => {
  let isStored = false;
  const onRejected = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    isStored = true;
  };
  const { webhook, payload } = openWebhook({ lookupPayment: async () => null, onRejected });
  await webhook.GET(notify(payload));
  expect(isStored).toBe(true);
});

// A genuine webhook may be among them: a Hook URI registered without the key, a number in EUC-KR.
test.each([
  [400, 'merchant_uid is missing', new Request(`${HOOK_URL}?key=s&instead_uid=a&status=paid`)],
  [400, 'merchant_uid must be UTF-8', new Request(`${HOOK_URL}?key=s&instead_uid=a&merchant_uid=%C1%D6&status=paid`)],
  [403, 'key must be `secret`', new Request(HOOK_URL)],
  [405, 'method must be GET', new Request(HOOK_URL, { method: 'HEAD' })],
])('%i: calls onError without a payload; with the error that %s', async (status, message, request) => {
  const onError = vi.fn();
  const { webhook } = openWebhook({ secret: 's', onError });
  expect((await webhook.GET(request)).status).toBe(status);
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'invalid_webhook' }), null);
  expect(String(onError.mock.calls[0]?.[0])).toContain(message);
});

test('warns with the parameter only, when onError is not given, of a request that is not a webhook', async () => {
  const { warn, error } = watchConsole();
  const { webhook } = openWebhook({ onError: undefined });
  await webhook.GET(new Request(`${HOOK_URL}?merchant_uid=%0d%0aINJECTED`));
  expect(warn.mock.calls).toEqual([
    ['Webhook invalid: [{"path":"instead_uid","message":"is missing, duplicated or invalid."}]'],
  ]);
  expect(JSON.stringify(warn.mock.calls)).not.toContain('INJECTED');
  expect(error).not.toHaveBeenCalled();
});

test.each([undefined, '', '  '])('500: calls onError when the secret function returns %j', async (value) => {
  const onError = vi.fn();
  const { shop, webhook, payload } = openWebhook({ secret: () => value, onError });
  expect(await readResponse(await webhook.GET(notify(payload, { key: '' })))).toEqual(responseOf(500));
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError), null);
  expect(String(onError.mock.calls[0]?.[0])).toContain('`secret`');
  expect(shop.lookups).toBe(0);
});

test('500: calls onError when the secret function throws', async () => {
  const onError = vi.fn();
  const broken = new Error('no vault');
  const secret = () => {
    throw broken;
  };
  const { webhook, payload } = openWebhook({ secret, onError });
  expect((await webhook.GET(notify(payload))).status).toBe(500);
  expect(onError).toHaveBeenCalledExactlyOnceWith(broken, null);
});

test('calls the secret function for each request, and never at creation', async () => {
  let current: string | undefined;
  const secret = vi.fn(() => current);
  const { webhook, payload } = openWebhook({ secret });
  expect(secret).not.toHaveBeenCalled();
  current = 'first';
  expect((await webhook.GET(notify(payload, { key: 'first' }))).status).toBe(200);
  current = 'second';
  expect((await webhook.GET(notify(payload, { key: 'first' }))).status).toBe(403);
  expect((await webhook.GET(notify(payload, { key: 'second' }))).status).toBe(200);
});
