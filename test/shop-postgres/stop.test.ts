import { beforeAll, expect, test } from 'vitest';
import { useTwoShops } from './support/two-shops.ts';

const site = useTwoShops();

beforeAll(() => {
  site.announce = false;
});

const notice = (id: string, uid: string) => ({ instead_uid: uid, merchant_uid: id, status: 'paid' });

/** Everything that an open page is sent, until the shop ends it. */
async function readToEnd(origin: string, id: string, cookie: string) {
  const response = await fetch(`${origin}/api/orders/${id}/events`, { headers: { Cookie: cookie } });
  return response.text();
}

/** Look-ups wait until the test lets them go. */
function holdLookups() {
  let release = () => {};
  let count = 0;
  const held = new Promise<void>((resolve) => (release = resolve));
  site.onApiCall = async () => {
    count++;
    await held;
  };
  return { release, count: () => count };
}

test.for([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('finishes webhooks in progress and closes open pages on %s', async ([signal, code]) => {
  const shop = await site.startShop();
  const { id, cookie } = await site.order(shop);
  const pages = [1, 2, 3].map(() => readToEnd(shop.origin, id, cookie));
  const lookups = holdLookups();
  const paid = await Promise.all(Array.from({ length: 20 }, () => site.seed()));
  await Promise.all(paid.map(({ uid }) => site.pay(uid)));
  const answers = Promise.all(paid.map((each) => shop.hear(notice(each.id, each.uid))));
  await expect.poll(lookups.count).toBe(20);

  const start = performance.now();
  shop.signal(signal);
  // The pages get the time to reconnect first.
  for (const text of await Promise.all(pages)) expect(text).toMatch(/retry: \d+\n\n$/);
  lookups.release();
  expect(await answers).toEqual(paid.map(() => 200));
  expect(await shop.ended).toBe(code);
  expect(performance.now() - start).toBeLessThan(10_000);
  const ids = paid.map((each) => each.id);
  expect(await site.sql`select 1 from orders where status = 'paid' and id in ${site.sql(ids)}`).toHaveLength(20);
  site.onApiCall = () => {};
});

test('ends within ten seconds though a look-up hangs, and at once on a second signal', async () => {
  for (const isTwice of [false, true]) {
    const shop = await site.startShop();
    const { id, cookie } = await site.order(shop);
    const page = readToEnd(shop.origin, id, cookie);
    const lookups = holdLookups();
    const { id: other, uid } = await site.seed();
    await site.pay(uid);
    const answer = shop.hear(notice(other, uid)).catch(() => 'no answer');
    await expect.poll(lookups.count).toBe(1);
    const start = performance.now();
    shop.signal('SIGTERM');
    await page;
    if (isTwice) {
      // Ctrl-C arrives twice within milliseconds: that is one signal.
      await expect.poll(() => performance.now() - start).toBeGreaterThan(300);
      shop.signal('SIGTERM');
    }
    expect(await shop.ended).toBe(143);
    expect(performance.now() - start).toBeLessThan(isTwice ? 2000 : 10_000);
    await answer;
    lookups.release();
    // Whatever became of the answer: the queue of another process finds the payment.
    await site.sql`update jobs set run_at = now(), locked_until = null`;
    await expect
      .poll(async () => (await site.sql`select status from orders where id = ${other}`)[0])
      .toEqual({ status: 'paid' });
    site.onApiCall = () => {};
  }
});

test('does not open with a wrong setting, and lists all of them without their values', async () => {
  const settings = {
    INSTEAD_SANDBOX: '0',
    INSTEAD_WEBHOOK_SECRET: ' ',
    ADMIN_KEY: 'too short',
    SITE_URL: 'shop.example',
    INSTEAD_LOOKUP_URL: 'http://127.0.0.1/payments',
    INSTEAD_CANCEL_URL: '',
    DATABASE_URL: 'mysql://user:hidden@127.0.0.1/shop',
    ORDERS_PER_SHOPPER: 'many',
  };
  const names = Object.keys(settings).filter((name) => name !== 'INSTEAD_SANDBOX');
  let output = '';
  const shop = site.startShop(settings, { isWaitingForDatabase: false });
  await shop.catch((error: Error) => (output = error.message));
  for (const name of names) expect(output).toContain(name);
  for (const value of ['too short', 'hidden', 'shop.example', 'many']) expect(output).not.toContain(value);
});
