import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'playwright';
import { SCENARIO_CELLS } from './scenarios.ts';
import { clickInPopup } from '../support/click-in-popup.ts';
import type { Opening } from './support/app.tsx';
import type { Faults } from './support/failing-service.ts';
import { openPagePool, type PagePool } from './support/page-pool.ts';
import { play } from './support/play.ts';

let pagePool: PagePool;
beforeAll(async () => void (pagePool = await openPagePool()));
afterAll(() => pagePool.close());

describe.concurrent('a page that changes during a payment:', () => {
  for (const cell of SCENARIO_CELLS) {
    it(`${cell.name}: ${cell.outcomes.join(', then ') || 'no payment'}`, ({ expect }) => play(pagePool, expect, cell));
  }
});

/** The states in which `dispose()` is called, and how a client reaches them. */
const STATES: Record<string, { faults?: Faults; opening?: Partial<Opening>; script?: string; payment?: string }> = {
  idle: { opening: { isLazy: true }, script: 'idle' },
  loading: { faults: { script: { answer: { type: 'held' } } }, script: 'loading' },
  ready: { script: 'ready' },
  failed: { faults: { token: { answer: { type: 'given', status: 401 } } }, script: 'failed' },
  preparing: { faults: { order: { answer: { type: 'held' } } }, opening: { hasOrder: true }, payment: 'preparing' },
  requesting: { faults: { session: { answer: { type: 'held' } } }, payment: 'requesting' },
  open: { payment: 'open' },
};

const click = async (page: Page) => {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: '결제를 부탁해' }).click();
  return opened;
};

describe.concurrent('dispose()', () => {
  for (const [state, { faults = {}, opening, script, payment }] of Object.entries(STATES)) {
    const ends = payment ? 'lets the payment settle, then removes the script frame' : 'removes the script frame';
    it(`in the state ${state} ${ends}; a later pay() resolves disposed, and a new client pays`, async ({ expect }) => {
      await pagePool.use(async ({ page }, service) => {
        const poll = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });
        const events = () => page.evaluate(() => window.shop.events);
        const cell = service.openCell(faults);
        const before = await page.evaluate(() => window.leaks());
        const open = () =>
          page.evaluate((opening) => window.shop.open(opening), {
            mode: 'plain' as const,
            base: cell.base,
            ...opening,
          });
        await open();
        const popup = payment ? await click(page) : undefined;
        if (script) await poll(async () => (await events()).script).toBe(script);
        if (payment) await poll(async () => (await events()).payments).toContain(payment);

        await page.evaluate(() => window.shop.close());
        // While the order is unknown, a click of the same client counts as one for the same order.
        if (!opening?.hasOrder)
          expect(await page.evaluate(() => window.shop.pay('another-order'))).toBe('failed/disposed');
        expect(
          await page.evaluate(() => window.shop.instead!.ready().catch((error: { code: string }) => error.code)),
        ).toBe('disposed');
        expect(await page.evaluate(() => window.shop.instead!.getStatus().status)).toBe('idle');
        await page.evaluate(() => window.shop.instead!.retry());
        if (popup) {
          expect((await events()).outcomes).toEqual([]);
          cell.release();
          await clickInPopup(popup, '카카오톡');
          await poll(async () => (await events()).outcomes).toEqual(['sent/kakao']);
          await popup.close();
        }
        await poll(() => page.evaluate(() => window.leaks())).toEqual(before);
        expect(await page.evaluate(() => window.shop.pay())).toBe('failed/disposed');

        cell.recover();
        await open();
        const again = await click(page);
        await clickInPopup(again, '카카오톡');
        await poll(async () => (await events()).outcomes).toEqual(['sent/kakao']);
        await again.close();
        await page.evaluate(() => window.shop.close());
        await poll(() => page.evaluate(() => window.leaks())).toEqual(before);
      });
    });
  }
});
