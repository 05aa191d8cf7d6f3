import type { ExpectStatic } from 'vitest';
import type { Outcome } from '../failure-table.ts';
import { clickInPopup } from '../../support/click-in-popup.ts';
import type { RenderMode, Opening } from './app.tsx';
import type { FailingCell, Faults } from './failing-service.ts';
import type { PooledPage, PagePool } from './page-pool.ts';

/** The steps: on the page, in the service, or by the shopper. */
export type Step =
  | 'the script is ready'
  | 'the script is loading'
  | 'the script has loaded or failed'
  | 'the service recovers'
  | 'the service answers'
  | 'the shopper clicks'
  | 'the popup stays open'
  | 'the shopper sends'
  | 'the shopper cancels'
  | 'the shopper closes the popup'
  | 'the payment settles'
  | 'it is preparing'
  | 'it is requesting'
  | 'it is open'
  | 'the provider unmounts'
  | 'clientId changes'
  | 'the page removes the frame'
  | 'the page reloads the frame'
  | 'the network fails'
  | 'the network is back';

export interface Play {
  mode: RenderMode;
  faults?: Faults;
  opening?: Omit<Opening, 'mode' | 'base'>;
  steps: readonly Step[];
  /** The outcomes of the payments, in order. */
  outcomes: readonly Outcome[];
}

/** The time-out of one step, in ms, long enough for a busy machine. */
const STEP_TIMEOUT = 30_000;
/** The library's time-out of a step without an option, in ms. */
const DEFAULT_TIMEOUT = 15_000;
/** A popup that closes within a second of its navigation reads as one that the page's headers severed. */
const PAST_POPUP_LOST = 1_500;

/** What the steps of a cell use. */
interface PlayContext {
  pooledPage: PooledPage;
  cell: FailingCell;
  expect: ExpectStatic;
  poll: <T>(read: () => T) => ReturnType<ExpectStatic['poll']>;
}

/**
 * Runs one cell on one page: its steps, its outcomes, and then the check for leaks. Concurrent tests pass their own
 * `expect`.
 */
export function play(
  pagePool: PagePool,
  expect: ExpectStatic,
  { mode, faults = {}, opening = {}, steps, outcomes }: Play,
) {
  return pagePool.use(async (pooledPage, service) => {
    const { page } = pooledPage;
    const cell = service.openCell(faults);
    const playContext: PlayContext = {
      pooledPage,
      cell,
      expect,
      poll: (read) => expect.poll(read, { timeout: STEP_TIMEOUT, interval: 60 }),
    };
    const before = await page.evaluate(() => window.leaks());
    await page.evaluate((opening) => window.shop.open(opening), { mode, base: cell.base, ...opening });

    let ended = 0;
    for (const step of steps) {
      if (step === 'the payment settles') await expectOutcomes(playContext, outcomes.slice(0, ++ended), opening);
      else await runStep(step, playContext);
    }
    if (!steps.includes('the provider unmounts')) {
      // The script stays loaded for the next payment.
      await expectLeaks(playContext, { ...before, frames: expect.any(Number), nodes: expect.any(Array) });
      await page.evaluate(() => window.shop.close());
    }
    await expectLeaks(playContext, before);
    expect(await events(pooledPage)).toEqual(outcomes);
    expect(pooledPage.errors).toEqual([]);
  });
}

const events = ({ page }: PooledPage) => page.evaluate(() => window.shop.events.outcomes);

async function expectOutcomes(
  playContext: PlayContext,
  outcomes: readonly Outcome[],
  { timeouts = {} }: Play['opening'] & {},
) {
  const { pooledPage, expect, poll } = playContext;
  await poll(() => events(pooledPage)).toEqual(outcomes);
  if (outcomes.at(-1)?.startsWith('failed') && Object.keys(timeouts).length > 0) {
    const elapsed = await pooledPage.page.evaluate((last) => window.shop.events.elapsed[last]!, outcomes.length - 1);
    expect(elapsed).toBeLessThan(DEFAULT_TIMEOUT);
  }
  // A request that was sent leaves its popup to the shopper, who closes it here. Every other popup has closed by itself.
  if (outcomes.at(-1)?.startsWith('sent')) await pooledPage.popups.at(-1)!.close({ runBeforeUnload: true });
  await poll(() => pooledPage.context.pages().length).toBe(1);
}

async function expectLeaks({ pooledPage, expect, poll }: PlayContext, expected: object) {
  const leaks = () => pooledPage.page.evaluate(() => window.leaks());
  // Not polled: a time-out that was not cleared would run out meanwhile.
  expect((await leaks()).longTimers).toEqual([]);
  await poll(leaks).toEqual(expected);
}

async function runStep(
  step: Exclude<Step, 'the payment settles'>,
  { pooledPage, cell, poll }: PlayContext,
): Promise<void> {
  const { page, context } = pooledPage;
  const payment = (status: string) => poll(() => page.evaluate(() => window.shop.events.payments)).toContain(status);
  const script = () => poll(() => page.evaluate(() => window.shop.events.script));
  const popup = async () => {
    await poll(() => pooledPage.popups.length).toBeGreaterThan(0);
    return pooledPage.popups.at(-1)!;
  };
  switch (step) {
    case 'the script is ready':
      return script().toBe('ready');
    case 'the script is loading':
      return script().toBe('loading');
    case 'the script has loaded or failed':
      return script().toMatch(/^(ready|failed)$/);
    case 'the service recovers':
      return cell.recover();
    case 'the service answers':
      return cell.release();
    case 'the shopper clicks': {
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: '결제를 부탁해' }).click();
      return void (await opened);
    }
    case 'the popup stays open':
      return poll(() => Date.now() - cell.popupRequestedAt()).toBeGreaterThan(PAST_POPUP_LOST);
    case 'the shopper sends':
      return clickInPopup(await popup(), '카카오톡');
    case 'the shopper cancels':
      return clickInPopup(await popup(), '취소');
    case 'the shopper closes the popup': {
      const opened = await popup();
      // No shopper is as fast as a test. What closes a popup within a moment of its opening is a blocker.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      return opened.close();
    }
    case 'it is preparing':
      return payment('preparing');
    case 'it is requesting':
      return payment('requesting');
    case 'it is open':
      return payment('open');
    case 'the provider unmounts':
      return page.evaluate(() => window.shop.close());
    case 'clientId changes':
      return page.evaluate(() => window.shop.changeClient());
    case 'the page removes the frame':
      return page.evaluate(() => document.querySelector('iframe')!.remove());
    case 'the page reloads the frame':
      return page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const frame = document.querySelector('iframe')!;
            frame.addEventListener('load', () => resolve(), { once: true });
            frame.contentWindow!.location.reload();
          }),
      );
    case 'the network fails':
      return context.setOffline(true);
    case 'the network is back':
      return context.setOffline(false);
  }
}
