import { beforeEach, expect, test } from 'vitest';
import { countFor, paidOnceWith } from './support/count-once.ts';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops({ hasLookupByOrder: true });

beforeEach(async () => {
  // Every webhook is lost.
  site.announce = false;
  site.onApiCall = () => {};
  // The orders of the tests before are none of this one's.
  await site.sql`update orders set checked_at = now()`;
});

const statusOf = async (id: string) =>
  (await site.sql`select status from orders where id = ${id}`)[0]?.status as string;
const isLookupOf = (id: string, path: string) => path === `/api/payments?merchant_uid=${id}`;

// The job can run at any moment: it would look an order up before the test has paid for it, and then not again for minutes.
const seed = () => site.seed({ isDue: false });

/** Has the periodic job look these orders up. */
async function lookUp(...ids: string[]) {
  await site.sql`update orders set checked_at = null where id in ${site.sql(ids)}`;
  await runNow();
}

/** Has the periodic job run now, and not within a minute. A process that is at it finishes first. */
const runNow = () =>
  expect
    .poll(() => site.sql`update jobs set run_at = now() where kind = 'reconcile' and locked_until is null returning 1`)
    .toHaveLength(1);

const waitUntilDone = () =>
  expect.poll(() => site.sql`select 1 from jobs where kind = 'reconcile' and locked_until is null`).toHaveLength(1);

test('finds the payment whose webhook was lost, with one look-up, though two processes run the queue', async () => {
  const { id, uid } = await seed();
  await site.pay(uid);
  const lookups: string[] = [];
  site.onApiCall = (path) => void (isLookupOf(id, path) && lookups.push(path));
  await lookUp(id);
  await expect.poll(() => statusOf(id)).toBe('paid');
  expect(await countFor(site.sql, id)).toEqual(paidOnceWith(uid));
  expect(lookups).toHaveLength(1);
});

test('does not ask again soon for an order that nobody has paid', async () => {
  const { id } = await seed();
  const lookups: string[] = [];
  site.onApiCall = (path) => void (isLookupOf(id, path) && lookups.push(path));
  await lookUp(id);
  // Two more runs.
  for (let run = 1; run <= 2; run++) {
    const other = await seed();
    await site.pay(other.uid);
    await lookUp(other.id);
    await expect.poll(() => statusOf(other.id)).toBe('paid');
  }
  expect(lookups).toHaveLength(1);
  expect(await statusOf(id)).toBe('waiting');
});

test('a process that is killed in the middle leaves the job to another one', async () => {
  const { id, uid } = await seed();
  await site.pay(uid);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const reached = new Promise<void>((resolve) => {
    site.onApiCall = async (path) => {
      if (!isLookupOf(id, path)) return;
      resolve();
      await held;
    };
  });
  await lookUp(id);
  await reached;
  await Promise.all(site.shops.map(({ kill }) => kill()));
  site.onApiCall = () => {};
  release();
  expect(await statusOf(id)).toBe('waiting');

  // Its minute is over.
  await site.sql`update jobs set locked_until = now(), run_at = now() where kind = 'reconcile'`;
  const successor = await site.startShop();
  await expect.poll(() => statusOf(id)).toBe('paid');
  expect(await countFor(site.sql, id)).toEqual(paidOnceWith(uid));
  await waitUntilDone();
  await successor.kill();
  site.shops = await Promise.all([site.startShop(), site.startShop()]);
});

test('a payment that was made in time is not late, however late it is found', async () => {
  const { id, uid } = await seed();
  await site.pay(uid);
  await site.sql`update orders set expires_at = now() where id = ${id}`;
  await lookUp(id);
  await expect.poll(() => statusOf(id)).toBe('paid');
});

test('money for a cancelled order is found, too, and waits for the staff', async () => {
  const { id, uid } = await seed();
  await site.sql`update orders set status = 'cancelled', cancelled_at = now(), cancelled_by = 'mina' where id = ${id}`;
  await site.pay(uid);
  await lookUp(id);
  const owed = () => site.sql`select instead_uid, reason from tasks where order_id = ${id}`;
  await expect.poll(owed).toEqual([{ instead_uid: uid, reason: 'cancelled' }]);
});

test('an order that the staff cancel is cancelled at Instead, so that nobody can pay it any more', async () => {
  const { id, uid } = await seed();
  const mina = await site.shops[0].logIn();
  expect((await mina.page()).includes('요청은 취소하지 못해요')).toBe(false);
  await mina.post(`/api/admin/orders/${id}/cancel`);
  await expect.poll(() => site.statusAt(uid)).toBe('cancelled');
  const withdrawal = async () =>
    (await site.sql`select withdrawal from orders where id = ${id}`)[0]?.withdrawal as string;
  await expect.poll(withdrawal).toBe('done');
});

test('keeps asking while Instead is down, and finds everything afterwards', async () => {
  const orders = await Promise.all(Array.from({ length: 8 }, () => site.seed()));
  for (const { uid } of orders) await site.pay(uid);
  let calls = 0;
  site.onApiCall = (path) => {
    if (!path.includes('merchant_uid=')) return;
    calls++;
    return new Response(null, { status: 503 });
  };
  await lookUp(...orders.map(({ id }) => id));
  await expect.poll(() => calls).toBeGreaterThan(4);
  site.onApiCall = () => {};
  await expect
    .poll(async () => {
      await runNow();
      return Promise.all(orders.map(({ id }) => statusOf(id)));
    })
    .toEqual(orders.map(() => 'paid'));
});

test('looks an order up again at once when a run was given up before its answer came', async () => {
  const orders = await Promise.all(Array.from({ length: 8 }, seed));
  for (const { uid } of orders) await site.pay(uid);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let calls = 0;
  const slow: AbortSignal[] = [];
  // Three of four look-ups at a time are slow, and five others fail: then the run ends.
  site.onApiCall = async (path, signal) => {
    if (!path.includes('merchant_uid=')) return;
    if (++calls <= 3) slow.push(signal);
    else return new Response(null, { status: 503 });
    await held;
  };
  await lookUp(...orders.map(({ id }) => id));
  await expect.poll(() => calls).toBe(8);
  await waitUntilDone();
  // The requests end with the run, and not at their own limit of 5 s.
  await expect.poll(() => slow.map(({ aborted }) => aborted), { timeout: 2500 }).toEqual([true, true, true]);
  site.onApiCall = () => {};
  release();
  await runNow();
  await expect.poll(() => Promise.all(orders.map(({ id }) => statusOf(id)))).toEqual(orders.map(() => 'paid'));
});
