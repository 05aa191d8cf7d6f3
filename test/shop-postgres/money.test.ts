// Long because the tests of one file share a PostgreSQL and two shops, which take seconds to start.
import { beforeAll, expect, test } from 'vitest';
import type { Staff } from './support/start-shop.ts';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();
let mina: Staff;
let jun: Staff;

beforeAll(async () => {
  site.announce = false;
  mina = await site.shops[0].logIn();
  jun = await site.shops[1].logIn('key-of-jun-01234567890');
});

const notice = (id: string, uid: string, status = 'paid') => ({ instead_uid: uid, merchant_uid: id, status });
const hear = (id: string, uid: string, status?: string) => site.shops[0].hear(notice(id, uid, status));

async function payFor(id: string, uid: string): Promise<number> {
  await site.pay(uid);
  return hear(id, uid);
}

const statusOf = async (id: string) => {
  const [order] = await site.sql<{ status: string; paid_by: string | null }[]>`
    select status, paid_by from orders where id = ${id}`;
  return order;
};

const tasksOf = (id: string) =>
  site.sql<
    { kind: string; instead_uid: string; reason: string | null; decided_by: string | null; is_done: boolean }[]
  >`select kind, instead_uid, reason, decided_by, done_at is not null as is_done from tasks where order_id = ${id} order by kind`;

const toPath = (id: string, uid: string, decision: string) => `/api/admin/orders/${id}/payments/${uid}/${decision}`;

test('refunds the surplus payment only: what paid the order stays, however often the staff ask', async () => {
  const { id, uid } = await site.seed();
  const surplus = await site.openPayment(id);
  expect(await payFor(id, uid)).toBe(200);
  expect(await payFor(id, surplus)).toBe(200);
  // The payment that paid the order is not owed.
  expect(await mina.post(toPath(id, uid, 'refund'))).toEqual({ status: 409, outcome: 'not_owed' });

  const requested = { status: 202, outcome: 'requested' };
  const path = toPath(id, surplus, 'refund');
  expect(await Promise.all([mina.post(path), jun.post(path), mina.post(path)])).toEqual([
    requested,
    requested,
    requested,
  ]);
  await expect.poll(() => site.statusAt(surplus)).toBe('cancelled');
  await expect.poll(async () => (await tasksOf(id)).every(({ is_done }) => is_done)).toBe(true);
  expect(await mina.post(path)).toEqual(requested);
  expect(await site.statusAt(uid)).toBe('paid');
  expect(await statusOf(id)).toEqual({ status: 'paid', paid_by: uid });
  // Who did it, and when: the first of them.
  const [row] = await site.sql`select decided_by, decided_at from tasks where instead_uid = ${surplus}`;
  expect(row).toEqual({
    decided_by: expect.stringMatching(/^(mina|jun)$/) as string,
    decided_at: expect.any(Date) as Date,
  });
});

test('cancels an order by refunding what paid it, and leaves a surplus payment to a separate decision', async () => {
  const { id, uid } = await site.seed();
  const surplus = await site.openPayment(id);
  await payFor(id, uid);
  await payFor(id, surplus);
  const path = `/api/admin/orders/${id}/cancel`;
  expect(await mina.post(path)).toEqual({ status: 202, outcome: 'requested' });
  expect((await jun.post(path)).status).toBeLessThan(300);
  await expect.poll(() => statusOf(id)).toEqual({ status: 'cancelled', paid_by: uid });
  expect(await site.statusAt(uid)).toBe('cancelled');
  expect(await site.statusAt(surplus)).toBe('paid');
  expect(await jun.post(path)).toEqual({ status: 200, outcome: 'done' });
  const [row] = await site.sql`select cancelled_by from orders where id = ${id}`;
  expect(row).toEqual({ cancelled_by: 'mina' });
  const open = (await tasksOf(id)).filter(({ is_done }) => !is_done);
  expect(open).toEqual([{ kind: 'refund', instead_uid: surplus, reason: 'surplus', decided_by: null, is_done: false }]);
});

test.for(['accept', 'refund'] as const)(
  'bakes nothing for a late payment until a person decides: %s',
  async (decision) => {
    const { id, uid } = await site.seed({ expiresInMs: -1000 });
    expect(await payFor(id, uid)).toBe(200);
    expect(await statusOf(id)).toEqual({ status: 'waiting', paid_by: null });
    const late = { kind: 'refund', instead_uid: uid, reason: 'late' };
    expect(await tasksOf(id)).toEqual([{ ...late, decided_by: null, is_done: false }]);
    expect(await mina.page()).toContain(uid);

    const path = toPath(id, uid, decision);
    const [first, second] = [await jun.post(path), await mina.post(path)];
    expect(second).toEqual(first);
    if (decision === 'accept') {
      expect(await statusOf(id)).toEqual({ status: 'paid', paid_by: uid });
      await expect
        .poll(() => tasksOf(id))
        .toEqual([
          { kind: 'bake', instead_uid: uid, reason: null, decided_by: null, is_done: true },
          { ...late, decided_by: 'jun', is_done: true },
        ]);
      expect(await mina.post(toPath(id, uid, 'refund'))).toEqual({ status: 409, outcome: 'not_owed' });
    } else {
      await expect.poll(() => tasksOf(id)).toEqual([{ ...late, decided_by: 'jun', is_done: true }]);
      expect(await site.statusAt(uid)).toBe('cancelled');
      expect(await statusOf(id)).toEqual({ status: 'waiting', paid_by: null });
      expect(await mina.post(toPath(id, uid, 'accept'))).toEqual({ status: 409, outcome: 'not_owed' });
    }
  },
);

test('accepts a payment whose webhook arrived in time, however long the shop takes to process it', async () => {
  const { id, uid } = await site.seed({ expiresInMs: 60 * 60 * 1000 });
  await site.pay(uid);
  site.onApiCall = () => new Response(null, { status: 503 });
  expect(await hear(id, uid)).toBe(502);
  await site.sql`update orders set expires_at = now() where id = ${id}`;
  await site.sql`update webhooks set at = now() - interval '1 hour' where order_id = ${id}`;
  site.onApiCall = () => {};
  await expect.poll(() => statusOf(id)).toEqual({ status: 'paid', paid_by: uid });
});

test.for([
  { what: 'a wrong amount', totalAmt: 10, sandboxYn: '1', reason: 'amount' },
  { what: 'real money for a test order', totalAmt: 9000, sandboxYn: '0', reason: 'mode' },
] as const)('shows $what to the staff, who refund it, and the right payment pays the order', async (wrong) => {
  const { id, uid } = await site.seed();
  const other = await site.openPayment(id, wrong.totalAmt, wrong.sandboxYn);
  expect(await payFor(id, other)).toBe(409);
  const owed = { kind: 'refund', instead_uid: other, reason: wrong.reason };
  expect(await tasksOf(id)).toEqual([{ ...owed, decided_by: null, is_done: false }]);
  expect((await mina.post(toPath(id, other, 'refund'))).status).toBe(202);
  await expect.poll(() => tasksOf(id)).toEqual([{ ...owed, decided_by: 'mina', is_done: true }]);
  expect(await site.statusAt(other)).toBe('cancelled');
  expect(await payFor(id, uid)).toBe(200);
  expect(await statusOf(id)).toEqual({ status: 'paid', paid_by: uid });
});

test('pays an order whose first payment failed when the payer tries again', async () => {
  const { id, uid } = await site.seed();
  await site.decline(uid);
  expect(await hear(id, uid, 'failed')).toBe(200);
  expect((await statusOf(id))?.status).toBe('failed');
  const again = await site.openPayment(id);
  expect(await payFor(id, again)).toBe(200);
  expect(await statusOf(id)).toEqual({ status: 'paid', paid_by: again });
});

test('finds the money behind a webhook that differs from Instead’s look-up', async () => {
  const { id, uid } = await site.seed();
  await site.pay(uid);
  // The webhook of the payment itself was lost.
  expect(await hear(id, uid, 'failed')).toBe(409);
  expect(await statusOf(id)).toEqual({ status: 'paid', paid_by: uid });
});

test('shows what becomes of the money when the number of an open request is not known, and lists what comes in', async () => {
  const { id, uid } = await site.seed();
  expect(await mina.page()).toContain('요청은 취소하지 못해요');
  expect(await mina.post(`/api/admin/orders/${id}/cancel`)).toEqual({ status: 200, outcome: 'done' });
  const withdrawal = async () =>
    (await site.sql`select withdrawal from orders where id = ${id}`)[0]?.withdrawal as string;
  await expect.poll(withdrawal).toBe('unknown');
  const page = await mina.page();
  expect(page).toContain('요청은 취소하지 못했어요');
  expect(page).toContain('‘환불이 필요해요’에 나타나요');

  // The friend still has the link.
  expect(await payFor(id, uid)).toBe(200);
  expect((await statusOf(id))?.status).toBe('cancelled');
  const owed = { kind: 'refund', instead_uid: uid, reason: 'cancelled' };
  expect(await tasksOf(id)).toEqual([{ ...owed, decided_by: null, is_done: false }]);
  await jun.post(toPath(id, uid, 'refund'));
  await expect.poll(() => site.statusAt(uid)).toBe('cancelled');
});

test('asks Instead to cancel the request of an order whose payment failed: that webhook contained its number', async () => {
  const { id, uid } = await site.seed();
  await site.decline(uid);
  await hear(id, uid, 'failed');
  const calls: string[] = [];
  site.onApiCall = (path) => void calls.push(path);
  await mina.post(`/api/admin/orders/${id}/cancel`);
  const withdrawal = async () =>
    (await site.sql`select withdrawal from orders where id = ${id}`)[0]?.withdrawal as string;
  await expect.poll(withdrawal).toBe('done');
  site.onApiCall = () => {};
  expect(calls).toContain(`/api/payments/${uid}/cancel`);
  expect(await mina.page()).toContain('인스테드에서 요청도 취소됐어요');
});

test('asks Instead for a refund until it is done, and shows meanwhile what is in the way', async () => {
  const { id, uid } = await site.seed({ expiresInMs: -1000 });
  await payFor(id, uid);
  site.onApiCall = (path) => (path.endsWith('/cancel') ? new Response(null, { status: 503 }) : undefined);
  await mina.post(toPath(id, uid, 'refund'));
  const problem = async () =>
    (await site.sql<{ problem: string }[]>`select problem from jobs where key = ${uid}`)[0]?.problem;
  await expect.poll(problem).toBe('cancel_503');
  expect(await mina.page()).toContain('다시 요청할게요');
  site.onApiCall = () => {};
  await expect.poll(() => site.statusAt(uid)).toBe('cancelled');
  await expect.poll(problem).toBe(undefined);
});

test('lists what is owed first, with its sum, on pages, and no newer order hides it', async () => {
  await site.sql`update tasks set done_at = now() where done_at is null`;
  const owed: string[] = [];
  for (let index = 0; index < 25; index++) {
    const { id, uid } = await site.seed({ expiresInMs: -1000 });
    await payFor(id, uid);
    owed.push(uid);
  }
  for (let index = 0; index < 100; index++) await site.order(site.shops[index % 2 === 0 ? 0 : 1]);
  for (let index = 0; index < 30; index++) await site.seed();
  const [first, second] = [await mina.page(), await mina.page('?owed=2')];
  expect(first.replaceAll('<!-- -->', '')).toContain('25건');
  expect(first).toContain('225,000원');
  expect(first.indexOf('환불이 필요해요')).toBeLessThan(first.indexOf('id="all-orders"'));
  const shownOn = (page: string) => owed.filter((uid) => page.includes(uid));
  expect(shownOn(first)).toEqual(owed.slice(0, 20));
  expect(shownOn(second)).toEqual(owed.slice(20));
});
