// Long because the tests of one file share a PostgreSQL and two shops, which take seconds to start.
import { expect, test } from 'vitest';
import { expectEachAtOnce, openOrderStream } from '../shop/support/open-order-stream.ts';
import { requestSent, copyLink, newPage, paid, payAt, click, useBrowser } from '../shop/support/visit.ts';
import { countFor, paidOnceWith } from './support/count-once.ts';
import { createRandom, shuffle } from './support/shuffle.ts';
import { useTwoShops } from './support/two-shops.ts';

useBrowser();
const site = useTwoShops();

// The shop's own, in db/open-postgres.ts.
const MIGRATION_LOCK = 20_180_306;

const notice = (id: string, uid: string, status = 'paid') => ({ instead_uid: uid, merchant_uid: id, status });

test('processes that start together on an empty database bring it up to date once: the others wait', async () => {
  const { sql } = site;
  const runs = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
  expect(runs.length).toBeGreaterThan(0);
  expect(new Set(runs.map(({ hash }) => hash)).size).toBe(runs.length);

  // As if another one was still at it.
  const holder = await sql.reserve();
  await holder`select pg_advisory_lock(${MIGRATION_LOCK})`;
  const late = site.startShop();
  const waiting = () => sql`select 1 from pg_locks where locktype = 'advisory' and not granted`;
  await expect.poll(async () => (await waiting()).length).toBe(1);
  await holder`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  holder.release();
  await (await late).kill();
});

test('a page at one process is updated at once by a webhook at another', async () => {
  const [here, there] = site.shops;
  site.announce = false;
  const { id, uid, cookie } = await site.order(here);
  const page = await openOrderStream(there.origin, id, cookie);
  await expectEachAtOnce(page, (count) => here.hear(notice(id, `made_up_${count}`)));
  await site.pay(uid);
  await here.hear(notice(id, uid));
  while ((await page.next()).status !== 'paid');
  page.leave();
});

test('shoppers wait at either process, both receive each webhook three times, and every order is paid once', async () => {
  const { shops, sql } = site;
  site.announce = true;
  const shoppers = await Promise.all(
    shops.map(async ({ origin }, index) => {
      const page = await newPage({ baseURL: origin });
      await page.goto('/');
      const address = await copyLink(await click(page));
      await page.getByText(requestSent).waitFor();
      const href = await page.getByRole('link', { name: '주문 자세히 보기' }).getAttribute('href');
      // The same shopper, at the other process: what one process has received, a page of the other shows.
      const other = await page.context().newPage();
      await other.goto(`${shops[1 - index]!.origin}${href}`);
      await other.getByText(requestSent).waitFor();
      return { pages: [page, other], address, id: (href ?? '').replace('/orders/', '') };
    }),
  );
  for (const { pages } of shoppers) for (const page of pages) expect(await page.getByText(paid).count()).toBe(0);
  await Promise.all(shoppers.map(({ address }) => payAt(address)));
  for (const { pages, address, id } of shoppers) {
    await Promise.all(pages.map((page) => page.getByText(paid).waitFor()));
    expect(await countFor(sql, id)).toEqual(paidOnceWith(address.split('/').pop() ?? ''));
    // All six copies came in and were believed.
    const copies = () => sql<{ copies: number }[]>`select copies from webhooks where order_id = ${id} and answer = 200`;
    await expect.poll(copies).toEqual([{ copies: 6 }]);
  }
});

test('a process that is killed in the middle of the transaction loses nothing: the webhook sent again pays, once', async () => {
  const { shops, sql } = site;
  site.announce = false;
  const doomed = await site.startShop();
  const { id, uid } = await site.order(doomed);
  await site.pay(uid);

  const holder = await sql.reserve();
  await holder`begin`;
  // The payment and the order's change are written by then and not yet committed: what is to be done comes after them.
  await holder`lock table tasks in share mode`;
  const lost = doomed.hear(notice(id, uid)).catch(() => 'no answer');
  const waiting = () => sql<{ pid: number }[]>`
    select pid from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'insert into "tasks"%'`;
  await expect.poll(async () => (await waiting()).length, { interval: 20 }).toBe(1);
  const [{ pid } = { pid: 0 }] = await waiting();
  await doomed.kill();
  expect(await lost).toBe('no answer');
  await holder`rollback`;
  holder.release();
  await expect.poll(async () => (await sql`select 1 from pg_stat_activity where pid = ${pid}`).length).toBe(0);
  expect(await countFor(sql, id)).toEqual({ status: 'created', paidBy: null, payments: [], tasks: [] });

  const again = await Promise.all(shops.map(({ hear }) => hear(notice(id, uid))));
  expect(again).toEqual([200, 200]);
  expect(await countFor(sql, id)).toEqual(paidOnceWith(uid));
});

test('of a thousand webhooks, shuffled and a fifth of them forged, exactly the hundred right orders are paid', async () => {
  const { shops, sql } = site;
  site.announce = false;
  const random = createRandom(20_180_306);
  const make = (most: number) =>
    inTurn(Array.from({ length: most }), 10, (_, index) => site.order(shops[index % 2 === 0 ? 0 : 1]));
  const [right, unpaid] = [await make(100), await make(10)];
  await inTurn(right, 10, ({ uid }) => site.pay(uid));

  const spoofingCases = [
    // Nobody has paid this one, whatever its webhook claims.
    (index: number) => notice(unpaid[index % 10]!.id, unpaid[index % 10]!.uid),
    // Paid, but for another order.
    (index: number) => notice(unpaid[index % 10]!.id, right[index]!.uid),
    (index: number) => notice(right[index]!.id, unpaid[index % 10]!.uid),
    (index: number) => notice(right[index]!.id, 'instead_made_up'),
    (index: number) => notice('order-made-up', right[index]!.uid),
    (index: number) => notice(right[index]!.id, right[index]!.uid, 'cancelled'),
    (index: number) => notice(right[index]!.id, right[index]!.uid, 'failed'),
    (index: number) => notice(right[index]!.id, right[index]!.uid, 'PAID'),
  ];
  const forged = Array.from({ length: 200 }, (_, index) => spoofingCases[index % spoofingCases.length]!(index % 100));
  const genuine = right.flatMap(({ id, uid }) => Array.from({ length: 8 }, () => notice(id, uid)));
  const all = shuffle([...genuine, ...forged], random);
  expect(all).toHaveLength(1000);

  const answers = await inTurn(all, 40, async (each) => {
    const answer = await shops[random() < 0.5 ? 0 : 1].hear(each);
    return { isGenuine: genuine.includes(each), answer };
  });
  expect(answers.filter(({ isGenuine, answer }) => isGenuine && answer !== 200)).toEqual([]);
  expect(answers.filter(({ answer }) => answer >= 500)).toEqual([]);

  const counts = await Promise.all(right.map(({ id }) => countFor(sql, id)));
  expect(counts).toEqual(right.map(({ uid }) => paidOnceWith(uid)));
  const ids = [...right, ...unpaid].map(({ id }) => id);
  expect(await sql`select 1 from orders where status = 'paid' and id in ${sql(ids)}`).toHaveLength(100);
  expect(await sql`select 1 from payments where order_id in ${sql(ids)}`).toHaveLength(100);
  expect(await sql`select 1 from tasks where order_id in ${sql(ids)}`).toHaveLength(100);
}, 300_000);

/** So many at a time, as a busy service would. */
async function inTurn<Value, Result>(
  values: readonly Value[],
  atOnce: number,
  work: (value: Value, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < values.length) {
      const index = next++;
      results[index] = await work(values[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
