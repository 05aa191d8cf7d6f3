import type { BrowserContext, Page } from 'playwright';
import { openTestSite } from '../../e2e/support/test-site.ts';
import { openFailingService, type FailingService } from './failing-service.ts';
import { recordLeaks } from './leak-check.ts';

/** A page that many cells use in turn: a leak of one would be found by the next. */
export interface PooledPage {
  context: BrowserContext;
  page: Page;
  /** The popups, including those that have closed. */
  popups: Page[];
  /** Uncaught errors, in the page or in a frame of it. */
  errors: string[];
}

/** Opens a test site, the failing service, and as many pages as are needed at a time. */
export async function openPagePool() {
  const site = await openTestSite('test/failure-modes/support/app.tsx');
  const service = await openFailingService();
  const free: PooledPage[] = [];

  async function openPooledPage(): Promise<PooledPage> {
    const context = await site.browser.newContext();
    await context.addInitScript(recordLeaks);
    const page = await context.newPage();
    const pooledPage: PooledPage = { context, page, popups: [], errors: [] };
    page.on('popup', (popup) => pooledPage.popups.push(popup));
    page.on('pageerror', (error) => pooledPage.errors.push(String(error)));
    await site.goTo(page);
    return pooledPage;
  }

  return {
    service,
    /** Runs the function with a page. A page on which a test has failed is not used again. */
    async use(work: (pooledPage: PooledPage, service: FailingService) => Promise<void>): Promise<void> {
      const pooledPage = free.pop() ?? (await openPooledPage());
      try {
        await work(pooledPage, service);
      } catch (error) {
        await pooledPage.context.close();
        throw error;
      }
      pooledPage.popups.length = 0;
      free.push(pooledPage);
    },
    async close() {
      service.close();
      await site.close();
    },
  };
}

export type PagePool = Awaited<ReturnType<typeof openPagePool>>;
