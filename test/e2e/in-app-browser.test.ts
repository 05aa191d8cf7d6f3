import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const KAKAO =
  'Mozilla/5.0 (Linux; Android 13; SM-S918N Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115.0.5790.138 Mobile Safari/537.36;KAKAOTALK 2410310';
const INSTAGRAM =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 389.0.0.28.88 (iPhone15,3; iOS 18_5; ko_KR; ko; scale=3.00; 1290x2796; 123456789)';

const styles = readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const payButton = '결제를 부탁해';
const statusLine = (page: Page) => page.locator('[data-instead="in-app-notice"]');
const status = (page: Page) => page.locator('[data-instead="status"]');

const visit = (userAgent: string, before = '') =>
  site.visit({
    scene: 'button',
    userAgent,
    before: `<meta name="viewport" content="width=device-width"><style>${styles}</style>${before}`,
  });

/** Android's WebView with its default settings: it opens no popup, so `open()` navigates the page itself. */
const NO_WINDOWS = `<script>
  window.open = (url) => {
    if (url) location.href = url;
    return window;
  };
</script>`;

describe('in an in-app browser', () => {
  it('a payment succeeds where popups do open', async () => {
    const { page, context } = await visit(KAKAO);
    expect(await statusLine(page).textContent()).toContain('이 앱에서는 결제 요청 창이 안 열릴 수 있어요.');
    const popup = await click(page, payButton);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => status(page).textContent()).toBe('결제를 부탁했어요');
    expect(await statusLine(page).isVisible()).toBe(false);
    await context.close();
  });

  it('the link asks KakaoTalk to open the same page in a browser', async () => {
    const { page, context } = await visit(KAKAO);
    const href = await statusLine(page).getByRole('link', { name: '다른 브라우저로 열기' }).getAttribute('href');
    expect(href).toMatch(/^kakaotalk:\/\/web\/openExternal\?url=http/);
    expect(decodeURIComponent(href!.split('url=')[1]!)).toBe(page.url());
    await context.close();
  });

  it('a WebView that opens no popup keeps the shop’s page and shows what to do', async () => {
    const { page, context } = await visit(KAKAO, NO_WINDOWS);
    const address = page.url();
    // Clicked by the page: Playwright would wait for a navigation that never happens.
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-instead="button"]')!.click());
    await expect.poll(() => status(page).getAttribute('data-code')).toBe('popup_blocked');
    // Two round trips later the page is still there.
    for (const _ of [1, 2]) await page.evaluate(() => fetch('/frame'));
    expect(page.url()).toBe(address);
    expect(await statusLine(page).getByRole('link').isVisible()).toBe(true);
    await context.close();
  });

  it('the button copies the address in apps without a link to the browser', async () => {
    const { page, context } = await visit(INSTAGRAM);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await statusLine(page).getByRole('button', { name: '주소 복사' }).click();
    await expect.poll(() => statusLine(page).textContent()).toContain('복사했어요');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await context.close();
  });

  it.each([
    ['KakaoTalk', KAKAO],
    ['Instagram', INSTAGRAM],
  ])('axe finds no violation, the notice fits a phone and its targets are large enough: %s', async (_, userAgent) => {
    const { page, context } = await visit(userAgent);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const run = (window as unknown as { axe: { run(node: Node): Promise<{ violations: { id: string }[] }> } }).axe;
      return (await run.run(document.body)).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const box = await statusLine(page).locator('[data-instead="in-app-notice-action"]').boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(40);
    await context.close();
  });
});

describe('a window.open that navigates the shop’s page itself', () => {
  it.each([
    ['by location.href', "(url) => { location.href = url || 'about:blank'; return null; }"],
    ['by location.assign', "(url) => { location.assign(url || 'about:blank'); }"],
    ['by location.replace, and returns the page', "(url) => { location.replace(url || '/elsewhere'); return window; }"],
    [
      'by a form',
      "() => { const form = document.createElement('form'); document.body.append(form); form.submit(); return null; }",
    ],
  ])('%s is popup_blocked, and the page stays', async (_, open) => {
    const { page, context } = await site.visit({ before: `<script>window.open = ${open};</script>` });
    await expect.poll(() => output(page, 'script').textContent()).toBe('ready');
    const url = page.url();
    await page.getByRole('button', { name: 'pay', exact: true }).click({ noWaitAfter: true });
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('failed popup_blocked order-1');
    await page.evaluate(() => fetch('/frame'));
    expect(page.url()).toBe(url);
    expect(await output(page, 'state of pay').textContent()).toBe('failed popup_blocked order-1');
    await context.close();
  });

  it('is the same without the Navigation API', async () => {
    const before = `<script>
      Object.defineProperty(window, 'navigation', { value: undefined });
      window.open = (url) => { location.href = url || 'about:blank'; return null; };
    </script>`;
    const { page, context } = await site.visit({ before });
    await page.getByRole('button', { name: 'pay', exact: true }).click({ noWaitAfter: true });
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('failed popup_blocked order-1');
    await page.evaluate(() => fetch('/frame'));
    expect(await output(page, 'state of pay').textContent()).toBe('failed popup_blocked order-1');
    await context.close();
  });
});

it('a popup that is closed within a moment of its opening is popup_blocked', async () => {
  // What a blocker does that is an extension.
  const before = `<script>
    const open = window.open;
    window.open = (...args) => {
      const popup = open.apply(window, args);
      setTimeout(() => popup.close(), 50);
      return popup;
    };
  </script>`;
  await site.faults({ sessionDelay: 1_000 });
  const { page, context } = await site.visit({ before });
  await page.getByRole('button', { name: 'pay', exact: true }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('failed popup_blocked order-1');
  await context.close();
});

// On a phone the popup is a tab, and the timers of a hidden page are suspended. Here they never fire, and the page receives
// only the event that a test passes.
const SLEEPING = `<script>
  window.setInterval = () => 0;
  for (const type of ['focus', 'pageshow', 'visibilitychange']) {
    window.addEventListener(type, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  }
</script>`;

describe('resolves popup_closed for a popup that was closed while the page was suspended', () => {
  it.each(['focus', 'pageshow', 'visibilitychange'])('on %s', async (type) => {
    const { page, context } = await site.visit({ before: SLEEPING });
    const popup = await click(page);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await popup.close();
    await page.evaluate(() => fetch('/frame'));
    expect(await output(page, 'state of pay').textContent()).toBe('open order-1');
    await page.evaluate((type) => {
      (type === 'visibilitychange' ? document : window).dispatchEvent(new Event(type, { bubbles: true }));
    }, type);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('cancelled popup_closed order-1');
    await context.close();
  });
});
