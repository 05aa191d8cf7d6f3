import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  requestSent,
  sendRequest,
  allowConsoleLine,
  newPage,
  orderIdOn,
  origin,
  paid,
  payAt,
  useBrowser,
} from './support/visit.ts';

useBrowser();

const KEY = 'demo-admin';

/** Opens a page on which the staff is logged in. */
async function newAdmin(): Promise<Page> {
  const admin = await newPage();
  await admin.goto('/admin');
  await admin.getByLabel('관리자 키').fill(KEY);
  await admin.getByRole('button', { name: '로그인' }).click();
  await admin.getByRole('button', { name: '로그아웃' }).waitFor();
  return admin;
}

async function cancel(admin: Page, id: string): Promise<void> {
  const order = admin.getByRole('listitem', { name: `주문 ${id}` });
  await order.getByRole('button', { name: '주문 취소' }).click();
  await order.getByRole('button', { name: '네, 취소해요' }).click();
}

/** What Instead returns for the payment. */
async function lookUp(page: Page, address: string): Promise<unknown> {
  const answer = await page.context().request.get(`/instead/api/payments/${address.split('/').pop()}`);
  return answer.json();
}

test('a paid order that the staff cancel is cancelled at Instead, and every open page shows it without a reload', async () => {
  const page = await newPage();
  const address = await sendRequest(page);
  const id = await orderIdOn(page);
  const admin = await newAdmin();
  const order = admin.getByRole('listitem', { name: `주문 ${id}` });
  await order.getByText('결제 대기').waitFor();
  await payAt(address);
  await page.getByText(paid).waitFor();
  // Nobody has reloaded the staff's page.
  await order.getByText('결제 완료').waitFor();

  await cancel(admin, id);
  await page.getByText('환불된 주문이에요').waitFor();
  await order.getByText('환불됨').waitFor();
  expect(await order.getByRole('button').count()).toBe(0);
  expect(await lookUp(admin, address)).toMatchObject({ status: 'cancelled' });
});

test('nobody without the key sees an order or cancels one', async () => {
  const page = await newPage();
  await sendRequest(page);
  const id = await orderIdOn(page);
  const path = `/api/admin/orders/${id}/cancel`;
  const { request } = page.context();
  const headers = { origin: new URL(page.url()).origin };
  expect((await request.post(path, { headers })).status()).toBe(401);
  expect((await request.get('/api/admin/events')).status()).toBe(401);
  expect((await request.post('/api/admin/session', { headers, data: { key: 'guessed' } })).status()).toBe(401);
  expect((await request.post('/api/admin/session', { headers, data: { key: 1 } })).status()).toBe(400);
  const forged = `${Date.now() + 1_000_000}.${'0'.repeat(64)}`;
  await page.context().addCookies([{ name: 'shop-admin', value: forged, url: origin }]);
  expect((await request.post(path, { headers })).status()).toBe(401);
  await page.goto('/admin');
  await page.getByLabel('관리자 키').fill('guessed');
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByText('관리자 키가 올바르지 않아요').waitFor();
  expect(await page.getByText(id).count()).toBe(0);
  allowConsoleLine(/401/);
  await page.goto(`/orders/${id}`);
  await page.getByText(requestSent).waitFor();
});

test('a key that is sent before the scripts of the page have run is not in the address', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto('/admin');
  await page.getByLabel('관리자 키').fill(KEY);
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.isNavigationRequest()),
    page.getByRole('button', { name: '로그인' }).click(),
  ]);
  expect(request.method()).toBe('POST');
  expect(request.url()).not.toContain(KEY);
});

test("another site cannot cancel with the staff's cookie", async () => {
  const page = await newPage();
  await sendRequest(page);
  const id = await orderIdOn(page);
  const admin = await newAdmin();
  const { request } = admin.context();
  const path = `/api/admin/orders/${id}/cancel`;
  const senders: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of senders) {
    expect((await request.post(path, { headers })).status()).toBe(403);
  }
  const headers = { origin: new URL(admin.url()).origin };
  expect((await request.post('/api/admin/orders/made-up/cancel', { headers })).status()).toBe(404);
  expect((await request.post(path, { headers })).status()).toBe(200);
});

test.for([
  ['another name', { host: 'shop.example' }],
  ['a host that a stranger wrote', { host: 'shop.example', 'x-forwarded-host': 'localhost' }],
  ['a proxy on this machine', { 'x-forwarded-host': 'shop.example' }],
  ['two proxies', { 'x-forwarded-host': 'localhost, shop.example' }],
  ['a proxy that only forwards the address', { 'x-forwarded-for': '203.0.113.7' }],
  ['a proxy with the standard header', { forwarded: 'host=shop.example' }],
] as const)('has no demo key for a request through %s, and shows what to set', async ([, headers]) => {
  const page = await newPage();
  const { request } = page.context();
  const host = 'host' in headers ? headers.host : new URL(origin).host;
  const sent = { ...headers, origin: `http://${host}` };
  expect(await (await request.get('/admin', { headers: sent })).text()).toContain('ADMIN_KEY');
  expect((await request.post('/api/admin/session', { headers: sent, data: { key: KEY } })).status()).toBe(401);
});
