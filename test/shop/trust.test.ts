import { expect, test } from 'vitest';
import {
  requestSent,
  sendRequest,
  copyLink,
  allowConsoleLine,
  newPage,
  orderIdOn,
  paid,
  payAt,
  click,
  useBrowser,
} from './support/visit.ts';

useBrowser();

const webhookPath = (order: string, uid: string) =>
  `/api/webhooks/instead?${new URLSearchParams({ instead_uid: uid, merchant_uid: order, status: 'paid' })}`;

test('a spoofed webhook does not pay for an order', async () => {
  const page = await newPage();
  const uid = (await sendRequest(page)).split('/').pop() ?? '';
  const order = await orderIdOn(page);
  const { request } = page.context();
  expect((await request.get(webhookPath(order, uid))).status()).toBe(409);
  expect((await request.get(webhookPath(order, 'made-up'))).status()).toBe(409);
  expect((await request.get(webhookPath('made-up', uid))).status()).toBe(404);
  expect((await request.head(webhookPath(order, uid))).status()).toBe(405);
  expect((await request.get('/api/webhooks/instead')).status()).toBe(400);
  await page.goto(`/orders/${order}`);
  await page.getByText('409 믿지 않았어요').first().waitFor();
  await page.getByText(requestSent).waitFor();
  expect(await page.getByText(paid).count()).toBe(0);
});

test("one order's payment does not pay for another", async () => {
  const page = await newPage();
  const first = await sendRequest(page);
  const firstOrder = await orderIdOn(page);
  await payAt(first);
  await page.getByText(paid).waitFor();
  await copyLink(await click(page));
  await page.getByText(requestSent).waitFor();
  const secondOrder = await orderIdOn(page);
  expect(secondOrder).not.toBe(firstOrder);
  const { request } = page.context();
  // 200 at most: the payment is known. It must not change this order.
  await request.get(webhookPath(secondOrder, first.split('/').pop() ?? ''));
  await page.goto(`/orders/${secondOrder}`);
  await page.getByText(requestSent).waitFor();
  expect(await page.getByText(paid).count()).toBe(0);
});

test('a repeated webhook changes nothing', async () => {
  const page = await newPage();
  const address = await sendRequest(page);
  const order = await orderIdOn(page);
  await payAt(address);
  await page.getByText(paid).waitFor();
  const { request } = page.context();
  expect((await request.get(webhookPath(order, address.split('/').pop() ?? ''))).status()).toBe(200);
  await page.goto(`/orders/${order}`);
  await page.getByText('200 받았어요 · 2번').waitFor();
  await page.getByText(paid).waitFor();
});

test('a price that the browser sends is ignored', async () => {
  const page = await newPage();
  await page.goto('/');
  const { request } = page.context();
  const headers = { origin: new URL(page.url()).origin };
  const order = { productId: 'bungeoppang', quantity: 2 };
  const answer = await request.post('/api/orders', { headers, data: { ...order, totalAmt: 1, price: 1 } });
  expect(await answer.json()).toMatchObject({ totalAmt: 6000, sandboxYn: '1' });
  for (const quantity of [0, -1, 1.5, 10, '2', null]) {
    expect((await request.post('/api/orders', { headers, data: { ...order, quantity } })).status()).toBe(400);
  }
});

test('a request whose amount was changed on its way to Instead does not pay for the order', async () => {
  const page = await newPage();
  await page.route('**/instead/api/session', (route) =>
    route.continue({ postData: JSON.stringify({ ...(route.request().postDataJSON() as object), totalAmt: 1 }) }),
  );
  const address = await sendRequest(page);
  const payer = await payAt(address);
  await payer.getByText('1원').first().waitFor();
  await page.goto(`/orders/${await orderIdOn(page)}`);
  await page.getByText('409 믿지 않았어요').first().waitFor();
  await page.getByText(requestSent).waitFor();
  expect(await page.getByText(paid).count()).toBe(0);
});

test('another shopper can neither see an order nor change it', async () => {
  const page = await newPage();
  await sendRequest(page);
  const order = await orderIdOn(page);
  const attacker = await newPage();
  expect((await attacker.goto(`/orders/${order}`))?.status()).toBe(404);
  await attacker.getByText('찾을 수 없어요').waitFor();
  const { request } = attacker.context();
  const headers = { origin: new URL(page.url()).origin };
  for (const path of ['', '/events']) expect((await request.get(`/api/orders/${order}${path}`)).status()).toBe(404);
  expect((await request.post(`/api/orders/${order}/sent`, { headers })).status()).toBe(404);
  allowConsoleLine(/404/);
});

test("another site cannot create an order in a shopper's name", async () => {
  const page = await newPage();
  await page.goto('/');
  const { request } = page.context();
  const data = { productId: 'bungeoppang', quantity: 1 };
  const senders: Record<string, string>[] = [
    {},
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of senders) {
    expect((await request.post('/api/orders', { headers, data })).status()).toBe(403);
  }
});

test("pages have a Content-Security-Policy with a new nonce, and keep the popup's opener", async () => {
  const page = await newPage();
  const [first, second] = [await page.goto('/'), await page.goto('/')];
  const policies = [first, second].map((response) => response?.headers()['content-security-policy'] ?? '');
  for (const policy of policies) expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policies[0]).not.toBe(policies[1]);
  expect(policies.join()).not.toContain('unsafe');
  expect(first?.headers()['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
});

test('the emulator answers only to the name of this machine', async () => {
  const page = await newPage();
  const { request } = page.context();
  expect((await request.get('/instead')).status()).toBe(200);
  expect((await request.get('/instead', { headers: { host: 'shop.example' } })).status()).toBe(403);
});
