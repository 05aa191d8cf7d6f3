import { chromium, type Page } from 'playwright';
import { launchOptions } from '../support/chromium.ts';
import { inject } from 'vitest';
import type {} from './global-setup.ts';

export interface Entry {
  id: string;
  type: 'story' | 'docs';
}

export type OpenStorybook = Awaited<ReturnType<typeof openStorybook>>;

/** Opens a browser for the Storybook that global-setup.ts has built. */
export async function openStorybook() {
  const address = inject('storybook');
  const browser = await chromium.launch(launchOptions);
  return {
    browser,
    address,
    /** Opens a page, and records its console errors and warnings and its requests to other hosts. */
    async visit() {
      const context = await browser.newContext();
      const consoleLines: string[] = [];
      context.on('console', (line) => {
        if (line.type() === 'error' || line.type() === 'warning')
          consoleLines.push(`${line.page()?.url()}: ${line.text()}`);
      });
      context.on('weberror', (error) => consoleLines.push(String(error.error())));
      context.on('request', (request) => {
        if (!request.url().startsWith(new URL('/', address).href) && !/^(data|blob|about):/.test(request.url())) {
          consoleLines.push(`requested ${request.url()}`);
        }
      });
      return { context, consoleLines, page: await context.newPage() };
    },
    show: (page: Page, { id, type }: Entry) =>
      page.goto(`${address}iframe.html?id=${id}&viewMode=${type === 'docs' ? 'docs' : 'story'}`),
    /** Returns every story and every page of documentation. */
    async entries(page: Page): Promise<Entry[]> {
      const index = await page.request.get(`${address}index.json`);
      return Object.values(((await index.json()) as { entries: Record<string, Entry> }).entries);
    },
    close: () => browser.close(),
  };
}
