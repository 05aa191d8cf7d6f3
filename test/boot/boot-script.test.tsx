import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { renderToStaticMarkup } from 'react-dom/server';
import { InsteadBoot } from 'react-instead-pay/boot';
import { expect, test, vi } from 'vitest';
import { toBootScript } from '../../src/boot/boot-script.ts';
import { INSTEAD_API_URL } from '../../src/protocol/endpoints.ts';
import { earlyTokenKey } from '../../src/protocol/early-token.ts';
import { SHARED_PAGE, type SharedPage } from '../../src/protocol/shared-page.ts';

const page = readFileSync(new URL('../../docs/starting-early.md', import.meta.url), 'utf8');

test('its tags take less than 1,000 bytes', () => {
  expect(
    Buffer.byteLength(renderToStaticMarkup(<InsteadBoot clientId="my-shop" nonce="a-nonce-of-20-letters" />)),
  ).toBeLessThan(1000);
});

test('docs/starting-early.md has the tags that InsteadBoot renders', () => {
  const [, block] = /```html\n([\s\S]*?)```/.exec(page)!;
  expect(block!.replaceAll('\n', '')).toBe(renderToStaticMarkup(<InsteadBoot clientId="my-shop" />));
});

function run(clientId: string, respond: () => Promise<unknown>) {
  const fetch = vi.fn(respond);
  const window: { [key: symbol]: SharedPage } = {};
  runInNewContext(toBootScript(clientId, INSTEAD_API_URL), { window, fetch });
  return { fetch, shared: window[Symbol.for(SHARED_PAGE)]! };
}

test('requests the token as Instead’s script does', async () => {
  const { fetch, shared } = run('my "shop"', async () => ({
    status: 200,
    json: async () => ({ access_token: 'token' }),
  }));
  expect(fetch.mock.calls).toEqual([
    [
      `${INSTEAD_API_URL}/token`,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"client_id":"my \\"shop\\""}' },
    ],
  ]);
  expect(shared.earlyToken?.key).toBe(earlyTokenKey('my "shop"', INSTEAD_API_URL));
  expect(await shared.earlyToken?.token).toBe('token');
  expect([shared.connections.size, shared.openPayments.size]).toEqual([0, 0]);
});

test.each<[string, () => Promise<unknown>]>([
  ['is refused', async () => ({ status: 401, json: async () => ({ access_token: 'token' }) })],
  ['is not JSON', async () => ({ status: 200, json: () => Promise.reject(new SyntaxError()) })],
  ['is null', async () => ({ status: 200, json: async () => null })],
  ['does not arrive', () => Promise.reject(new TypeError('Failed to fetch'))],
])('leaves no token, and no unhandled rejection, when the response %s', async (_, respond) => {
  expect(await run('shop', respond).shared.earlyToken?.token).toBeUndefined();
});
