import type { BrowserContext, Page } from 'playwright';
import { setStage } from '../../e2e/support/test-site.ts';
import { openFaultService, type FaultService } from './failing-service.ts';
import { watchLeftovers } from './leak-check.ts';

/** One page that lives through many cells: what one of them leaves behind, the next would find. */
export interface Lane {
  context: BrowserContext;
  page: Page;
  /** The payment windows, also those that have gone. */
  windows: Page[];
  /** Errors that nobody caught, in the page or in a frame of it. */
  errors: string[];
}

/** A stage, the faulty service and as many pages as are asked for at a time. */
export async function openLanes() {
  const stage = await setStage('test/failure-modes/support/app.tsx');
  const service = await openFaultService();
  const free: Lane[] = [];

  async function openLane(): Promise<Lane> {
    const context = await stage.browser.newContext();
    await context.addInitScript(watchLeftovers);
    const page = await context.newPage();
    const lane: Lane = { context, page, windows: [], errors: [] };
    page.on('popup', (popup) => lane.windows.push(popup));
    page.on('pageerror', (error) => lane.errors.push(String(error)));
    await stage.goTo(page);
    return lane;
  }

  return {
    service,
    /** Lends a page. One on which a test has failed is not lent again. */
    async use(work: (lane: Lane, service: FaultService) => Promise<void>): Promise<void> {
      const lane = free.pop() ?? (await openLane());
      try {
        await work(lane, service);
      } catch (error) {
        await lane.context.close();
        throw error;
      }
      lane.windows.length = 0;
      free.push(lane);
    },
    async close() {
      service.close();
      await stage.close();
    },
  };
}

export type Lanes = Awaited<ReturnType<typeof openLanes>>;
