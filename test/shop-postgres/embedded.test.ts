import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from './support/shuffle.ts';
import type { Shop } from './support/start-shop.ts';
import { useTwoShops } from './support/two-shops.ts';

// Instead and the starting of shops; the two on PostgreSQL have nothing to do.
const site = useTwoShops();
const folder = mkdtempSync(join(tmpdir(), 'embedded-'));

beforeAll(() => {
  site.announce = false;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (name: string): Promise<Shop> =>
  site.startShop({ DATABASE_URL: '', PGLITE_DATA_DIR: join(folder, name) }, { isWaitingForDatabase: false });
const notice = (id: string, uid: string) => ({ instead_uid: uid, merchant_uid: id, status: 'paid' });
const healthOf = async ({ origin }: Shop) => (await fetch(`${origin}/api/health`)).status;

async function statusOf({ origin }: Shop, { id, cookie }: { id: string; cookie: string }): Promise<string> {
  const response = await fetch(`${origin}/api/orders/${id}`, { headers: { Cookie: cookie } });
  return ((await response.json()) as { status: string }).status;
}

test('decides what was undecided when the process was killed, after a restart on the embedded database', async () => {
  const random = createRandom(20_180_306);
  const first = await start('restarted');
  await expect.poll(() => healthOf(first)).toBe(200);
  const orders: Awaited<ReturnType<typeof site.order>>[] = [];
  for (let index = 0; index < 40; index++) orders.push(await site.order(first));
  for (const { uid } of orders) await site.pay(uid);
  site.onApiCall = () => (random() < 0.5 ? new Response(null, { status: 503 }) : undefined);
  const answers = await Promise.all(orders.map(({ id, uid }) => first.hear(notice(id, uid))));
  expect(new Set(answers)).toEqual(new Set([200, 502]));
  await first.kill();

  // The same folder, and nobody sends a webhook again.
  const second = await start('restarted');
  const statuses = async () => new Set(await Promise.all(orders.map((order) => statusOf(second, order))));
  await expect.poll(statuses, { timeout: 60_000 }).toEqual(new Set(['paid']));
  site.onApiCall = () => {};
  second.signal('SIGTERM');
  expect(await second.ended).toBe(143);
}, 180_000);

interface Embedded {
  exec(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

test('closes and unlocks the database whose migration failed, so that it can be repaired', async () => {
  // The shop's own: the type check runs before it is installed.
  const file = new URL('../../examples/nextjs/node_modules/@electric-sql/pglite/dist/index.js', import.meta.url).href;
  const { PGlite } = (await import(file)) as { PGlite: { create(folder: string): Promise<Embedded> } };
  const data = join(folder, 'in-the-way');
  const before = await PGlite.create(data);
  await before.exec('create table orders (something_else text)');
  await before.close();

  const shop = await start('in-the-way');
  expect(await healthOf(shop)).toBe(503);
  expect(await healthOf(shop)).toBe(503);
  expect(shop.output()).not.toContain('is open in process');

  // While the shop is running: it has closed the files, and this would destroy them otherwise.
  const repair = await PGlite.create(data);
  await repair.exec('drop table orders');
  await repair.close();
  await expect.poll(() => healthOf(shop)).toBe(200);
  expect((await site.order(shop)).id).toMatch(/^order-/);
}, 120_000);
