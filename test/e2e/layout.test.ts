import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Layout } from './app/layouts.tsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
let styled: Page;
beforeAll(async () => {
  site = await openTestSite('test/e2e/app/layouts.tsx');
  styled = await visit(styles);
});
afterAll(() => site.close());

const styles = readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8');
const states = [
  { status: 'requesting', merchantUid: 'order-1' },
  { status: 'open', merchantUid: 'order-1' },
  { status: 'sent', method: 'kakao' },
  { status: 'cancelled', reason: 'user_cancelled' },
  { status: 'cancelled', reason: 'popup_closed' },
  { code: 'popup_blocked' },
  { code: 'session_failed' },
  { code: 'invalid_request' },
  { code: 'popup_lost' },
] as const;

async function visit(css: string): Promise<Page> {
  const { page } = await site.visit({ before: `<style>body{margin:8px;font:16px/1.5 sans-serif}${css}</style>` });
  return page;
}

const place = (page: Page, layout: Layout) => page.evaluate((layout) => window.place(layout), layout);

describe.each(['ko', 'en', 'ja', 'zhCN'])('in %s', (locale) => {
  it.each(
    ['block', 'centered', 'inline', 'flex', 'column', 'grid'].flatMap((parent) =>
      ['160px', 'auto'].map((width) => ({ parent, width })),
    ),
  )('nothing moves between the states: $parent parent, $width wide', async ({ parent, width }) => {
    for (const dir of ['ltr', 'rtl']) {
      await place(styled, { parent, width, locale, dir });
      const idle = await styled.evaluate(() => window.show());
      for (const state of states) {
        expect({ state, boxes: await styled.evaluate((event) => window.show(event), state) }).toEqual({
          state,
          boxes: idle,
        });
      }
    }
  });
});

it('the button and its line are one box of a flex or grid parent, also without styles.css', async () => {
  const page = await visit('');
  for (const parent of ['flex', 'column', 'grid']) {
    await place(page, { parent });
    await page.evaluate((event) => window.show(event), states[5]);
    expect(await page.locator('#parent > *').count()).toBe(3);
    const below = await page.locator('#parent > :nth-child(2)').evaluate((box) => {
      const [button, line] = [box.querySelector('button')!, box.querySelector('[role="status"]')!];
      return box.contains(button) && box.contains(line);
    });
    expect(below).toBe(true);
  }
});

it('words grow with the buttons at 200 % root size', async () => {
  const sizes = async (rootSize: string) => {
    const page = await visit(`${styles} html{font-size:${rootSize}}`);
    await place(page, { parent: 'block' });
    await page.evaluate((event) => window.show(event), states[5]);
    const [button, line] = await Promise.all(
      ['#button', '[data-instead="status"]'].map((selector) =>
        page.locator(selector).evaluate((element) => {
          const { fontSize, minHeight, paddingLeft } = getComputedStyle(element);
          return [fontSize, minHeight, paddingLeft].map(parseFloat).map((px) => px || 0);
        }),
      ),
    );
    return [...button!, line![0]!];
  };
  const [normal, large] = [await sizes('16px'), await sizes('32px')];
  expect(large).toEqual(normal.map((px) => px * 2));
});
