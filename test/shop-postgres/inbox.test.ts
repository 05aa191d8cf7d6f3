// Long because the tests of one file share a PostgreSQL and two shops, which take seconds to start.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { createRandom } from './support/shuffle.ts';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();

beforeAll(() => {
  site.announce = false;
});
afterEach(() => {
  site.onApiCall = () => {};
});

const notice = (id: string, uid: string, status = 'paid') => ({ instead_uid: uid, merchant_uid: id, status });
const countUndecided = async () =>
  (await site.sql<{ count: number }[]>`select count(*)::int from webhooks where answer is null or answer >= 500`)[0]
    ?.count;

test('decides every payment of a thousand webhooks though every second look-up fails: nobody sends one again', async () => {
  const random = createRandom(20_180_306);
  // As many as the emulator keeps. Each process is sent a copy of each.
  const paid = [];
  for (let index = 0; index < 500; index++) paid.push(await site.seed());
  for (const { uid } of paid) await site.pay(uid);
  site.onApiCall = () => (random() < 0.5 ? new Response(null, { status: 503 }) : undefined);

  const answers: number[] = [];
  const queue = paid.values();
  const sender = async () => {
    for (const { id, uid } of queue) {
      answers.push(...(await Promise.all(site.shops.map(({ hear }) => hear(notice(id, uid))))));
    }
  };
  await Promise.all(Array.from({ length: 20 }, sender));
  expect(answers).toHaveLength(1000);
  expect(new Set(answers)).toEqual(new Set([200, 502]));
  expect(answers.filter((status) => status === 502).length).toBeGreaterThan(300);

  await expect.poll(countUndecided, { timeout: 120_000, interval: 500 }).toBe(0);
  site.onApiCall = () => {};
  const ids = paid.map(({ id }) => id);
  const { sql } = site;
  expect(await sql`select 1 from orders where status = 'paid' and id in ${sql(ids)}`).toHaveLength(500);
  expect(await sql`select 1 from payments where order_id in ${sql(ids)}`).toHaveLength(500);
  // Each one is handed to the kitchen once.
  const isBaked = sql`kind = 'bake' and done_at is not null`;
  await expect
    .poll(async () => (await sql`select 1 from tasks where ${isBaked} and order_id in ${sql(ids)}`).length)
    .toBe(500);
  expect(await sql`select 1 from jobs where kind not in ('clean_up', 'reconcile')`).toHaveLength(0);
}, 300_000);

test('catches up with an hour of webhooks that were undecided when the shop ended, in time for their orders', async () => {
  const doomed = await site.startShop();
  const paid = await Promise.all(Array.from({ length: 20 }, () => site.seed({ expiresInMs: 30 * 60 * 1000 })));
  await Promise.all(paid.map(({ uid }) => site.pay(uid)));
  site.onApiCall = () => new Response(null, { status: 503 });
  await Promise.all(paid.map(({ id, uid }) => doomed.hear(notice(id, uid))));
  await doomed.kill();
  const { sql } = site;
  const ids = paid.map(({ id }) => id);
  // As if it had been an hour: the orders have expired since, and their payments arrived before.
  await sql`update webhooks set at = at - interval '1 hour' where order_id in ${sql(ids)}`;
  await sql`update orders set expires_at = expires_at - interval '1 hour' where id in ${sql(ids)}`;
  site.onApiCall = () => {};
  await expect
    .poll(async () => (await sql`select 1 from orders where status = 'paid' and id in ${sql(ids)}`).length, {
      timeout: 100_000,
    })
    .toBe(20);
}, 150_000);

test('retries a copy that could not be looked up, though another copy was rejected at the same moment', async () => {
  const { id, uid } = await site.seed();
  let calls = 0;
  let release = () => {};
  const second = new Promise<void>((resolve) => (release = resolve));
  // The look-up of one copy comes before the payment, and the other one's fails after it.
  site.onApiCall = async () => {
    if (++calls > 1) return undefined;
    await second;
    return new Response(null, { status: 503 });
  };
  const slow = site.shops[0].hear(notice(id, uid));
  await expect.poll(() => calls).toBe(1);
  expect(await site.shops[1].hear(notice(id, uid))).toBe(409);
  await site.pay(uid);
  release();
  expect(await slow).toBe(502);
  await expect
    .poll(async () => (await site.sql`select status from orders where id = ${id}`)[0])
    .toEqual({ status: 'paid' });
});

test('does not accept a late payment as punctual because its webhook was sent ahead', async () => {
  const { id, uid } = await site.seed();
  expect(await site.shops[0].hear(notice(id, uid))).toBe(409);
  await site.sql`update orders set expires_at = now() where id = ${id}`;
  await site.pay(uid);
  expect(await site.shops[0].hear(notice(id, uid))).toBe(200);
  expect(await site.sql`select kind, reason from tasks where order_id = ${id}`).toEqual([
    { kind: 'refund', reason: 'late' },
  ]);
});

test('shows the staff what was rejected and why, and processes it again on request', async () => {
  const { id, uid } = await site.seed();
  // Instead's look-up is behind its own webhook.
  expect(await site.shops[0].hear(notice(id, uid))).toBe(409);
  const mina = await site.shops[1].logIn();
  const page = await mina.page();
  expect(page).toContain(uid);
  expect(page).toContain('거부됨');
  expect(page).toContain('인스테드에 없거나 아직 끝나지 않은 결제예요.');

  await site.pay(uid);
  const [row] = await site.sql<{ id: string }[]>`select id from webhooks where instead_uid = ${uid}`;
  const path = `/api/admin/webhooks/${row?.id}/process`;
  expect(await Promise.all([mina.post(path), mina.post(path)])).toEqual([
    { status: 202, outcome: 'requested' },
    { status: 202, outcome: 'requested' },
  ]);
  await expect
    .poll(async () => (await site.sql`select status from orders where id = ${id}`)[0])
    .toEqual({ status: 'paid' });
  const decided = async () => (await site.sql`select answer, again_by from webhooks where instead_uid = ${uid}`)[0];
  await expect.poll(decided).toEqual({ answer: 200, again_by: 'mina' });
  expect(await mina.post(path)).toEqual({ status: 409, outcome: 'nothing_to_process' });
  expect(await mina.page()).not.toContain(uid);
});

test('shows what is undecided with its next attempt, and stores a webhook of an order that there is not', async () => {
  site.onApiCall = () => new Response(null, { status: 503 });
  const { id, uid } = await site.seed();
  expect(await site.shops[0].hear(notice(id, uid))).toBe(502);
  expect(await site.shops[0].hear(notice(`order-${crypto.randomUUID()}`, 'instead_elsewhere'))).toBe(404);
  const mina = await site.shops[0].logIn();
  const page = await mina.page();
  expect(page).toContain('다시 확인 중');
  expect(page).toContain('인스테드에서 결제를 조회하지 못했어요.');
  expect(page).toContain('instead_elsewhere');
  expect(page).toContain('이 쇼핑몰에 없는 주문이에요.');
  site.onApiCall = () => {};
  await site.sql`update jobs set run_at = now()`;
  // Not paid at Instead: rejected in the end, and not asked for any more.
  await expect
    .poll(async () => (await site.sql`select answer from webhooks where instead_uid = ${uid}`)[0])
    .toEqual({ answer: 409 });
});

test('keeps no more of what anybody can send than fits on a page, and everything that was confirmed', async () => {
  const { id, uid } = await site.seed();
  await site.pay(uid);
  expect(await site.shops[0].hear(notice(id, uid))).toBe(200);
  for (let index = 0; index < 60; index++) {
    expect(await site.shops[index % 2 === 0 ? 0 : 1].hear(notice(id, `made_up_${index}`))).toBe(409);
  }
  const answers = await site.sql<{ answer: number; count: number }[]>`
    select answer, count(*)::int from webhooks where order_id = ${id} group by answer order by answer`;
  expect(answers.map(({ answer, count }) => [answer, count])).toEqual([
    [200, 1],
    [409, 50],
  ]);
});

test('limits the orders of one shopper and of one address, and deletes those that were never sent', async () => {
  const shop = await site.startShop({ ORDERS_PER_SHOPPER: '3', ORDERS_PER_ADDRESS: '5' });
  await site.sql`update orders set address = null`;
  const order = async (headers: Record<string, string>) => {
    const body = JSON.stringify({ productId: 'goguma', quantity: 1 });
    const init = {
      method: 'POST',
      headers: { Origin: shop.origin, 'Content-Type': 'application/json', ...headers },
      body,
    };
    return fetch(`${shop.origin}/api/orders`, init);
  };
  const first = await order({});
  const Cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const statuses = [first.status];
  // At once: the limit holds for those that come together, too.
  for (const { status } of await Promise.all(Array.from({ length: 4 }, () => order({ Cookie })))) statuses.push(status);
  expect(statuses.sort()).toEqual([201, 201, 201, 429, 429]);
  // Without the cookie it is another shopper, and with a forged header still the same address.
  const strangers = await Promise.all(
    Array.from({ length: 4 }, (_, index) => order({ 'X-Forwarded-For': `1.2.3.${index}` })),
  );
  expect(strangers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429]);

  const unsent = async () => (await site.sql`select 1 from orders where status = 'created'`).length;
  expect(await unsent()).toBe(5);
  await site.sql`update jobs set run_at = now() where kind = 'clean_up'`;
  await expect
    .poll(async () => (await site.sql`select 1 from jobs where kind = 'clean_up' and run_at > now()`).length)
    .toBe(1);
  expect(await unsent()).toBe(5);
  await site.sql`update orders set expires_at = now() - interval '25 hours' where status = 'created'`;
  await site.sql`update jobs set run_at = now() where kind = 'clean_up'`;
  await expect.poll(unsent).toBe(0);
});
