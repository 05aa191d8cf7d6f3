import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BarePage } from './support/bare-browser.ts';
import { openMemorySite, type MemorySite } from './support/memory-site.ts';
import { measure } from './support/measure.ts';

let site: MemorySite;
beforeAll(async () => void (site = await openMemorySite()));
afterAll(() => site.close());

/** Pays repeatedly in a new popup each time, with each ending in turn. Counts the outcomes. */
const pay = (page: BarePage, times: number) =>
  page.evaluate<Record<string, number>>(`(async () => {
    const endings = {};
    for (let count = 0; count < ${times}; count++) {
      const ending = await payOnce(count % 2 ? 'kakao' : 'fail');
      endings[ending] = (endings[ending] ?? 0) + 1;
    }
    return endings;
  })()`);

const live = (page: BarePage, times: number) =>
  page.evaluate(`(async () => { for (let count = 0; count < ${times}; count++) await liveOnce(); })()`);

/** What a page may hold afterwards: the same counts as before, and 5 % more bytes. */
async function expectNoMore(page: BarePage, before: Awaited<ReturnType<typeof measure>>) {
  const after = await measure(page);
  console.info(`heap: ${before.heap} bytes before, ${after.heap} after, ${JSON.stringify(after.counts)}`);
  expect(after.counts).toEqual(before.counts);
  expect(after.heap / before.heap).toBeLessThan(1.05);
}

it('a thousand payments on one page, each with a real popup, leak nothing', async () => {
  const page = await site.visit();
  await pay(page, 200);
  const before = await measure(page);
  expect(before.counts).toMatchObject({ frames: 1, timers: 0, records: 0, windows: 1 });
  expect(await pay(page, 1000)).toEqual({ 'cancelled user_cancelled': 500, 'sent kakao': 500 });
  await expectNoMore(page, before);
});

it('five hundred mounts and unmounts of the provider, each with the script loaded, leak nothing', async () => {
  const page = await site.visit({ isEmpty: true });
  await live(page, 100);
  const before = await measure(page);
  expect(before.counts).toMatchObject({ frames: 0, timers: 0, records: 0, windows: 1 });
  await live(page, 500);
  await expectNoMore(page, before);
});
