import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, moveFocus, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const styles = readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const payButton = '결제를 부탁해';
const button = (page: Page) => page.getByRole('button', { name: payButton, includeHidden: true });
const statusLine = (page: Page) => page.locator('[data-instead="status"]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const overlay = (page: Page) => page.getByRole('dialog');

const visit = (options: Parameters<TestSite['visit']>[0] = {}) =>
  site.visit({
    scene: 'button',
    before: `<meta name="viewport" content="width=device-width"><style>${styles}</style>`,
    ...options,
  });

async function violations(page: Page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(node: Node): Promise<{ violations: { id: string }[] }> } }
    ).axe.run(document.body);
    return violations.map(({ id }) => id);
  });
}

describe('the overlay', () => {
  it('covers the page while the popup is open and disappears when the payment settles', async () => {
    const { page, context } = await visit();
    const popup = await click(page, payButton);
    await expect.poll(() => overlay(page).textContent()).toContain('결제 요청 창이 열려 있어요');
    expect(await violations(page)).toEqual([]);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => overlay(page).count()).toBe(0);
    await expect.poll(() => statusLine(page).textContent()).toBe('결제를 부탁했어요');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('returns the focus to the button when the popup closes', async () => {
    const { page, context } = await visit();
    const popup = await click(page, payButton);
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await popup.close();
    await expect.poll(() => statusLine(page).textContent()).toBe('요청 창이 닫혔어요');
    expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  it('cancels on Escape and closes the popup', async () => {
    const { page, context } = await visit();
    const popup = await click(page, payButton);
    await expect.poll(() => overlay(page).count()).toBe(1);
    await moveFocus(popup, page);
    await page.keyboard.press('Escape');
    await expect.poll(() => statusLine(page).getAttribute('data-reason')).toBe('aborted');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect.poll(() => overlay(page).count()).toBe(0);
    await context.close();
  });

  it('survives Strict Mode without cancelling the payment', async () => {
    const { page, context } = await visit({ flags: 'strict' });
    const popup = await click(page, payButton);
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    await popup.getByRole('button', { name: '페이스북' }).click();
    await expect.poll(() => statusLine(page).getAttribute('data-method')).toBe('facebook');
    await context.close();
  });

  it('cancels by its button, with the keyboard only', async () => {
    const { page, context } = await visit();
    await button(page).focus();
    const [popup] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    // A popup that is still navigating takes the keyboard focus away.
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    await moveFocus(popup, page);
    await expect.poll(() => focused(page)).toBe('요청 창 다시 보기');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('요청 취소');
    await page.keyboard.press('Enter');
    await expect.poll(() => statusLine(page).textContent()).toBe('요청을 취소했어요');
    await expect.poll(() => popup.isClosed()).toBe(true);
    await context.close();
  });
});

describe('the button', () => {
  it('is never disabled while it pays, and a click focuses the popup without a second session', async () => {
    const { page, context } = await visit({ flags: 'noOverlay' });
    await click(page, payButton);
    await expect.poll(() => button(page).getAttribute('data-status')).toBe('open');
    expect(await button(page).getAttribute('aria-busy')).toBe('true');
    expect(await button(page).isEnabled()).toBe(true);
    await button(page).click();
    expect(context.pages()).toHaveLength(2);
    expect(site.count('/api/session')).toBe(1);
    await context.close();
  });

  it('keeps its size and position in every status', async () => {
    const { page, context } = await visit({ flags: 'noOverlay' });
    const idle = await button(page).boundingBox();
    const popup = await click(page, payButton);
    await expect.poll(() => button(page).getAttribute('data-status')).toBe('open');
    expect(await button(page).boundingBox()).toEqual(idle);
    await popup.close();
    await expect.poll(() => button(page).getAttribute('data-status')).toBe('cancelled');
    expect(await button(page).boundingBox()).toEqual(idle);
    expect(idle!.height).toBeGreaterThanOrEqual(44);
    await context.close();
  });

  it('shows the blocked message when the popup is blocked', async () => {
    const { page, context } = await visit();
    // A page without a working `window.open` behaves like a popup blocker, without the wait of six seconds.
    await page.evaluate(() => void (window.open = () => null));
    await button(page).click();
    await expect
      .poll(() => statusLine(page).textContent())
      .toBe('팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
