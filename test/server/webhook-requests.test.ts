import { expect, test } from 'vitest';
import { parseWebhook } from 'react-instead-pay/server';
import { HOOK_URL, notify } from './memory-shop.ts';
import { openWebhook, uid } from './open-webhook.ts';

const url = new URL(`${HOOK_URL}?instead_uid=imp_1&merchant_uid=o-1&status=paid`);

test.each([
  ["SvelteKit's event", { request: new Request(url), url, method: undefined }],
  ["Astro's context", { request: new Request(url), url, params: {} }],
  ["Express's request", { url: '/api/webhooks/instead?status=paid', method: 'GET' }],
  ["Hono's context", { req: { raw: new Request(url) } }],
  ['a relative URL', { url: 'api/webhooks/instead', method: 'GET' }],
  ['an empty object', {}],
  ['undefined', undefined],
  ['null', null],
])('throws a TypeError that names what to pass for %s', async (_, input) => {
  const request = input as Request;
  const { shop, webhook } = openWebhook();
  for (const route of [webhook.GET, webhook.HEAD]) {
    await expect(route(request)).rejects.toThrow(TypeError);
    await expect(route(request)).rejects.toThrow(/absolute URL.*event\.request.*c\.req\.raw.*req\.originalUrl/);
  }
  expect(() => parseWebhook(request)).toThrow(/absolute URL.*event\.request/);
  expect(shop.lookups).toBe(0);
});

test("accepts a framework's own request class with url and method", async () => {
  const { webhook, payload } = openWebhook();
  const { url, method } = notify(payload);
  expect((await webhook.GET({ url, method } as Request)).status).toBe(200);
});

// They would lead a look-up at `…/payments/${insteadUid}` to another address.
test.each(['.', '..', '%2e', '%2E%2e', '.%2e'])('400: rejects %s as a number', async (number) => {
  const { shop, webhook, payload } = openWebhook();
  const query = (insteadUid: string, merchantUid: string) =>
    new Request(`${HOOK_URL}?instead_uid=${insteadUid}&merchant_uid=${merchantUid}&status=paid`);
  expect((await webhook.GET(query(number, payload.merchantUid))).status).toBe(400);
  expect((await webhook.GET(query(uid, number))).status).toBe(400);
  expect(shop.lookups).toBe(0);
});

// 주문, 김스테드 and a half character, in EUC-KR.
test.each(['%C1%D6%B9%AE', '%B1%E8%BD%BA%C5%D7%B5%E5', '%B1', '%B0%A1&%B3%AA=%B4%D9'])(
  'reads three ASCII fields beside one in EUC-KR: %s',
  async (value) => {
    const { webhook, payload, order } = openWebhook();
    const { search } = new URL(notify(payload).url);
    for (const query of [`?name=${value}&${search.slice(1)}`, `${search}&name=${value}`]) {
      expect((await webhook.GET(new Request(HOOK_URL + query))).status).toBe(200);
    }
    expect(order.status).toBe('paid');
  },
);

test.each(['instead_uid', 'merchant_uid', 'status'])(
  '400: rejects %s in EUC-KR with an issue that names UTF-8',
  async (name) => {
    const { webhook } = openWebhook();
    const query = url.search.replace(new RegExp(`${name}=[^&]*`), `${name}=%C1%D6%B9%AE1042`);
    expect((await webhook.GET(new Request(HOOK_URL + query))).status).toBe(400);
    expect(() => parseWebhook(new URL(HOOK_URL + query))).toThrow(`${name} must be UTF-8`);
  },
);
