import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();
const ONE_DAY = 24 * 60 * 60 * 1000;

async function passOf(shopper: string, issuedAt: number): Promise<string> {
  const [row] = await site.sql<{ value: string }[]>`select value from secrets where name = 'shopper'`;
  const content = `${shopper}.${issuedAt}`;
  return `${content}.${createHmac('sha256', row?.value ?? '')
    .update(content)
    .digest('base64url')}`;
}

test('gives shoppers a cookie that no other site can set, and that all processes of the shop accept', async () => {
  const secure = await site.startShop({ SITE_URL: 'https://shop.example' });
  const other = await site.startShop({ SITE_URL: 'https://shop.example' });
  const answer = await fetch(`${secure.origin}/api/orders`, {
    method: 'POST',
    headers: { Origin: secure.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ productId: 'goguma', quantity: 1 }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-shopper=/);
  for (const part of [/; Path=\/(;|$)/, /; Secure/i, /; HttpOnly/i, /; SameSite=lax/i]) expect(cookie).toMatch(part);
  expect(cookie).not.toMatch(/domain/i);
  const { merchantUid } = (await answer.json()) as { merchantUid: string };
  const path = `/api/orders/${merchantUid}`;
  const [pair = ''] = cookie.split(';');
  expect((await fetch(`${other.origin}${path}`, { headers: { Cookie: pair } })).status).toBe(200);
  // Under the plain name, which another site of the domain could set, it counts for nothing.
  const plain = pair.replace('__Host-', '');
  expect((await fetch(`${other.origin}${path}`, { headers: { Cookie: plain } })).status).toBe(404);
});

test('accepts a cookie only with its signature, renews it after a day, and forgets it after thirty', async () => {
  const [{ origin }] = site.shops;
  const { id, cookie } = await site.order(site.shops[0]);
  const [shopper = '', issued = '', signature = ''] = cookie.replace('shopper=', '').split('.');
  const ask = (pass: string) => fetch(`${origin}/api/orders/${id}`, { headers: { Cookie: `shopper=${pass}` } });
  const forged = [
    shopper,
    `${shopper}.${issued}`,
    `${shopper}.${issued}.`,
    `${shopper}.${Number(issued) + 1}.${signature}`,
  ];
  for (const pass of forged) expect((await ask(pass)).status).toBe(404);

  const fresh = await ask(`${shopper}.${issued}.${signature}`);
  expect(fresh.status).toBe(200);
  expect(fresh.headers.get('set-cookie')).toBeNull();
  const dayOld = await ask(await passOf(shopper, Date.now() - 2 * ONE_DAY));
  expect(dayOld.status).toBe(200);
  expect(dayOld.headers.get('set-cookie')).toMatch(new RegExp(`^shopper=${shopper}\\.`));
  expect((await ask(await passOf(shopper, Date.now() - 31 * ONE_DAY))).status).toBe(404);
});
