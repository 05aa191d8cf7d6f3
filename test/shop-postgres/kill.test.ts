import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Shop, Staff } from './support/start-shop.ts';
import { useTwoShops } from './support/two-shops.ts';

const SEEDS = 30;

const site = useTwoShops();
const notice = (id: string, uid: string, status = 'paid') => ({ instead_uid: uid, merchant_uid: id, status });

beforeAll(() => {
  site.announce = false;
});

// What happens to one order, sent to the process that is going to be killed.
const story = fc.constantFrom('paid', 'surplus', 'late', 'wrong amount', 'failed, then paid', 'cancelled by the staff');
// Where the process is killed: before anything, in the look-up, or so long after the answer.
const moment = fc.oneof(
  fc.record({ step: fc.constant('look-up' as const), count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ step: fc.constant('answer' as const), count: fc.integer({ min: 0, max: 8 }) }),
  fc.record({ step: fc.constant('row' as const), table: fc.constantFrom('webhooks', 'payments', 'tasks', 'jobs') }),
);

// Every answer was given, and only the queue's jobs are left. A kill in the middle may interrupt each story of a run.
const AFTER_ALL = { step: 'answer' as const, count: Infinity };

interface Played {
  id: string;
  /** Everything that anybody has paid for it at Instead. */
  paid: string[];
}

test('pays each order once or leaves it to a person, and no money is out of sight, wherever a process is killed', async () => {
  const { sql } = site;
  const played: Played[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 3, maxLength: 6 }), moment, async (stories, when) => {
      const doomed = await site.startShop();
      const mina = await doomed.logIn();
      const kill = killAt(when, doomed);
      const orders = await Promise.all(stories.map(() => site.seed()));
      const sent = orders.map(({ id, uid }, index) => play(doomed, mina, { id, uid, story: stories[index]!, played }));
      // Its answers do not matter: a process that is gone gives none.
      await Promise.race([Promise.allSettled(sent), kill]);
      await doomed.kill();
      await Promise.allSettled(sent);
      site.onApiCall = () => {};
      // What the process had claimed is due when its minute is over. Nobody sends anything again.
      await sql`update jobs set run_at = now(), locked_until = null where kind not in ('clean_up', 'reconcile')`;
    }),
    {
      numRuns: SEEDS,
      seed: 20_180_306,
      endOnFailure: true,
      examples: [[['paid', 'wrong amount', 'cancelled by the staff'], AFTER_ALL]],
    },
  );

  await expect
    .poll(async () => (await sql`select 1 from jobs where kind not in ('clean_up', 'reconcile')`).length, {
      timeout: 60_000,
    })
    .toBe(0);
  const outcomes = new Set<string>();
  for (const each of played) outcomes.add(await outcomeOf(each));
  // The stories have come to each of their ends: otherwise this would test less than its name promises.
  for (const outcome of ['cancelled', 'paid', 'waits for a person']) expect([...outcomes]).toContain(outcome);
}, 600_000);

async function play(
  shop: Shop,
  mina: Staff,
  { id, uid, story, played }: { id: string; uid: string; story: string; played: Played[] },
): Promise<void> {
  const order: Played = { id, paid: [] };
  played.push(order);
  // From here on the shop has received it, or has not: only then it can know of the payment.
  const pay = async (payment: string) => {
    await site.pay(payment);
    order.paid.push(payment);
    await shop.hear(notice(id, payment));
  };
  switch (story) {
    case 'paid':
      return pay(uid);
    case 'surplus':
      await pay(uid);
      return pay(await site.openPayment(id));
    case 'late':
      await site.sql`update orders set expires_at = now() - interval '1 second' where id = ${id}`;
      return pay(uid);
    case 'wrong amount':
      return pay(await site.openPayment(id, 10));
    case 'failed, then paid':
      await site.decline(uid);
      await shop.hear(notice(id, uid, 'failed'));
      return pay(await site.openPayment(id));
    case 'cancelled by the staff':
      await pay(uid);
      await mina.post(`/api/admin/orders/${id}/cancel`);
  }
}

/** Kills the process at its moment: in a look-up, after so many answers, or when the first row of a table is written. */
async function killAt(
  when: { step: 'look-up'; count: number } | { step: 'answer'; count: number } | { step: 'row'; table: string },
  shop: Shop,
): Promise<void> {
  if (when.step === 'row') {
    const count = async () =>
      (await site.sql`select count(*)::int as count from ${site.sql(when.table)}`)[0]?.count as number;
    const before = await count();
    while ((await count()) === before) await new Promise(setImmediate);
    return shop.kill();
  }
  let calls = 0;
  await new Promise<void>((resolve) => {
    if (when.step === 'answer' && when.count === 0) resolve();
    site.onApiCall = async () => {
      calls++;
      if (calls < when.count) return;
      resolve();
      // In the look-up: it never gets an answer.
      if (when.step === 'look-up') await shop.ended;
    };
  });
  await shop.kill();
}

/** What became of an order. Throws where money is out of sight. */
async function outcomeOf({ id, paid }: Played): Promise<string> {
  const { sql } = site;
  const [order] = await sql<{ status: string; paid_by: string | null }[]>`
    select status, paid_by from orders where id = ${id}`;
  const received = await sql<{ instead_uid: string }[]>`
    select instead_uid from webhooks where order_id = ${id} and status = 'paid'`;
  const known = new Set(received.map((row) => row.instead_uid));
  const tasks = await sql<{ kind: string; instead_uid: string; is_done: boolean }[]>`
    select kind, instead_uid, done_at is not null as is_done from tasks where order_id = ${id}`;
  const undecided = await sql`select 1 from webhooks where order_id = ${id} and (answer is null or answer >= 500)`;
  expect(undecided).toHaveLength(0);

  const baked = tasks.filter(({ kind }) => kind === 'bake');
  const owed = tasks.filter(({ kind, is_done }) => kind === 'refund' && !is_done).map((task) => task.instead_uid);
  // Baked once, if at all, and then for what paid it.
  expect(baked.length).toBeLessThanOrEqual(1);
  if (order?.status === 'paid') expect(baked).toEqual([{ kind: 'bake', instead_uid: order.paid_by, is_done: true }]);
  for (const uid of paid) {
    // Its webhook died on its way to the shop: Instead got no answer, and sends it again.
    if (!known.has(uid)) continue;
    const isReturned = (await site.statusAt(uid)) === 'cancelled';
    const ways = [order?.status === 'paid' && order.paid_by === uid, owed.includes(uid), isReturned];
    expect({ uid, ways: ways.filter(Boolean).length }).toEqual({ uid, ways: 1 });
  }
  if (owed.length > 0) return 'waits for a person';
  return order?.status ?? 'gone';
}
