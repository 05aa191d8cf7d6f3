import type { ExpectStatic } from 'vitest';
import type { Outcome } from '../failure-table.ts';
import { choose } from '../../support/choose.ts';
import type { House, Opening } from './app.tsx';
import type { FaultCell, Faults } from './failing-service.ts';
import type { Lane, Lanes } from './page-pool.ts';

/** What happens, in turn: on the page, in the service, or by the shopper's hand. */
export type Step =
  | 'the script is ready'
  | 'the script is loading'
  | 'the script has come or failed'
  | 'the service recovers'
  | 'the service answers'
  | 'the shopper presses'
  | 'the window stays as it is'
  | 'the shopper sends'
  | 'the shopper cancels'
  | 'the shopper closes the window'
  | 'the payment ends'
  | 'it is preparing'
  | 'it is requesting'
  | 'it is open'
  | 'the provider leaves'
  | 'clientId changes'
  | 'the page throws the frame out'
  | 'the page loads the frame anew'
  | 'the network goes'
  | 'the network is back';

export interface Play {
  house: House;
  faults?: Faults;
  opening?: Omit<Opening, 'house' | 'base'>;
  steps: readonly Step[];
  /** How the payments end, in turn. */
  outcomes: readonly Outcome[];
}

/** How long a step is waited for, on a machine as busy as it may be, in ms. */
const PATIENCE = 30_000;
/** The time-out of a step that was given none, in ms. */
const DEFAULT_TIMEOUT = 15_000;
/** A window that goes within a second of its being sent off reads as one that the page's headers cut off. */
const PAST_CUT_OFF = 1_500;

/** What a cell is played with. */
interface Hands {
  lane: Lane;
  cell: FaultCell;
  expect: ExpectStatic;
  poll: <T>(look: () => T) => ReturnType<ExpectStatic['poll']>;
}

/** Plays one cell on one page: its steps, its outcomes, and nothing left afterwards. Tests that run together bring their own `expect`. */
export function play(lanes: Lanes, expect: ExpectStatic, { house, faults = {}, opening = {}, steps, outcomes }: Play) {
  return lanes.use(async (lane, service) => {
    const { page } = lane;
    const cell = service.openCell(faults);
    const hands: Hands = { lane, cell, expect, poll: (look) => expect.poll(look, { timeout: PATIENCE, interval: 60 }) };
    const before = await page.evaluate(() => window.leftovers());
    await page.evaluate((opening) => window.shop.open(opening), { house, base: cell.base, ...opening });

    let ended = 0;
    for (const step of steps) {
      if (step === 'the payment ends') await expectEnd(hands, outcomes.slice(0, ++ended), opening);
      else await take(step, hands);
    }
    if (!steps.includes('the provider leaves')) {
      // The script stays for the next payment.
      await expectLeft(hands, { ...before, frames: expect.any(Number), nodes: expect.any(Array) });
      await page.evaluate(() => window.shop.close());
    }
    await expectLeft(hands, before);
    expect(await heard(lane)).toEqual(outcomes);
    expect(lane.errors).toEqual([]);
  });
}

const heard = ({ page }: Lane) => page.evaluate(() => window.shop.heard.outcomes);

async function expectEnd(hands: Hands, outcomes: readonly Outcome[], { timeouts = {} }: Play['opening'] & {}) {
  const { lane, expect, poll } = hands;
  await poll(() => heard(lane)).toEqual(outcomes);
  if (outcomes.at(-1)?.startsWith('failed') && Object.keys(timeouts).length > 0) {
    const elapsed = await lane.page.evaluate((last) => window.shop.heard.elapsed[last]!, outcomes.length - 1);
    expect(elapsed).toBeLessThan(DEFAULT_TIMEOUT);
  }
  // A request that was sent leaves its window to the shopper, who closes it at last. Every other window is gone by itself.
  if (outcomes.at(-1)?.startsWith('sent')) await lane.windows.at(-1)!.close({ runBeforeUnload: true });
  await poll(() => lane.context.pages().length).toBe(1);
}

async function expectLeft({ lane, expect, poll }: Hands, expected: object) {
  const leftovers = () => lane.page.evaluate(() => window.leftovers());
  // Not waited for: a limit that was not taken back would run out meanwhile.
  expect((await leftovers()).longTimers).toEqual([]);
  await poll(leftovers).toEqual(expected);
}

async function take(step: Exclude<Step, 'the payment ends'>, { lane, cell, poll }: Hands): Promise<void> {
  const { page, context } = lane;
  const payment = (status: string) => poll(() => page.evaluate(() => window.shop.heard.payments)).toContain(status);
  const script = () => poll(() => page.evaluate(() => window.shop.heard.script));
  const popup = async () => {
    await poll(() => lane.windows.length).toBeGreaterThan(0);
    return lane.windows.at(-1)!;
  };
  switch (step) {
    case 'the script is ready':
      return script().toBe('ready');
    case 'the script is loading':
      return script().toBe('loading');
    case 'the script has come or failed':
      return script().toMatch(/^(ready|failed)$/);
    case 'the service recovers':
      return cell.heal();
    case 'the service answers':
      return cell.release();
    case 'the shopper presses': {
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: '결제를 부탁해' }).click();
      return void (await opened);
    }
    case 'the window stays as it is':
      return poll(() => Date.now() - cell.windowAskedAt()).toBeGreaterThan(PAST_CUT_OFF);
    case 'the shopper sends':
      return choose(await popup(), '카카오톡');
    case 'the shopper cancels':
      return choose(await popup(), '취소');
    case 'the shopper closes the window':
      return (await popup()).close();
    case 'it is preparing':
      return payment('preparing');
    case 'it is requesting':
      return payment('requesting');
    case 'it is open':
      return payment('open');
    case 'the provider leaves':
      return page.evaluate(() => window.shop.close());
    case 'clientId changes':
      return page.evaluate(() => window.shop.changeClient());
    case 'the page throws the frame out':
      return page.evaluate(() => document.querySelector('iframe')!.remove());
    case 'the page loads the frame anew':
      return page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const frame = document.querySelector('iframe')!;
            frame.addEventListener('load', () => resolve(), { once: true });
            frame.contentWindow!.location.reload();
          }),
      );
    case 'the network goes':
      return context.setOffline(true);
    case 'the network is back':
      return context.setOffline(false);
  }
}
