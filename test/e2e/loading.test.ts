import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, output, openTestSite, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const script = (page: Page) => expect.poll(() => output(page, 'script').first().textContent(), { timeout: 20_000 });

async function hashOfScript(address = `${site.service}/instead-1.0.1.js`): Promise<string> {
  const text = await (await fetch(address)).text();
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}

describe('the script', () => {
  it('loads once, with one token, under Strict Mode', async () => {
    const { page, context } = await site.visit({ flags: 'strict' });
    await script(page).toBe('ready');
    expect([site.count('/instead-1.0.1.js'), site.count('/api/token')]).toEqual([1, 1]);
    expect(await page.locator('iframe').count()).toBe(1);
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('sent kakao order-1');
    expect(await page.evaluate(() => window.recorded.outcomes.length)).toBe(1);
    await context.close();
  });

  it('has a script frame and a token for each of two clients', async () => {
    const { page, context } = await site.visit({ scene: 'twoProviders' });
    await script(page).toBe('ready');
    await expect.poll(() => page.locator('iframe').count()).toBe(2);
    await expect.poll(() => site.count('/api/token')).toBe(2);
    const first = await click(page, 'first');
    await expect.poll(() => output(page, 'state of first').textContent()).toBe('open order-1');
    await first.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => output(page, 'state of first').textContent()).toBe('sent kakao order-1');
    const second = await click(page, 'second');
    await expect.poll(() => output(page, 'state of second').textContent()).toBe('open order-2');
    await second.getByRole('button', { name: '페이스북' }).click();
    await expect.poll(() => output(page, 'state of second').textContent()).toBe('sent facebook order-2');
    await context.close();
  });

  it('has one script frame and one token for two providers of one client', async () => {
    const { page, context } = await site.visit({ scene: 'twins' });
    await script(page).toBe('ready');
    await expect.poll(() => output(page, 'script').last().textContent()).toBe('ready');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(site.count('/api/token')).toBe(1);
    await page.evaluate(() => window.unmount());
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
    await context.close();
  });

  it('does not load before the first click with load="lazy"', async () => {
    const { page, context } = await site.visit({ settings: { load: 'lazy' } });
    await script(page).toBe('idle');
    expect(site.count('/instead-1.0.1.js')).toBe(0);
    await click(page);
    await script(page).toBe('ready');
    await context.close();
  });

  it('loads from the next address when the first does not have it', async () => {
    const scriptSrc = [`${site.shop}/missing.js`, `${site.service}/instead-1.0.1.js`];
    const { page, context } = await site.visit({ settings: { scriptSrc } });
    await script(page).toBe('ready');
    await context.close();
  });

  it('loads from the next address when the first does not answer within a third of the time-out', async () => {
    await site.faults({ scriptDelay: 30_000 });
    const copy = await site.copyOfScript();
    const { page, context } = await site.visit({
      settings: { scriptSrc: [`${site.service}/instead-1.0.1.js`, copy], timeouts: { script: 3_000 } },
    });
    await script(page).toBe('ready');
    await context.close();
  });

  it('fails with sdk_load_failed after three attempts, and loads on retry()', async () => {
    await site.faults({ scriptStatus: 503 });
    const { page, context } = await site.visit();
    await script(page).toBe('failed');
    expect(site.count('/instead-1.0.1.js')).toBe(3);
    expect(await page.locator('iframe').count()).toBe(0);
    await site.faults({ scriptStatus: 200 });
    await page.getByRole('button', { name: 'retry' }).click();
    await script(page).toBe('ready');
    const codes = await page.evaluate(() =>
      window.recorded.events.flatMap((event) => ('code' in event ? [event.code] : [])),
    );
    expect(codes).toEqual(['sdk_load_failed']);
    await context.close();
  });

  it('loads again with a click after a failure', async () => {
    await site.faults({ scriptStatus: 503 });
    const { page, context } = await site.visit({ settings: { timeouts: { script: 3_000 } } });
    await script(page).toBe('failed');
    await site.faults({ scriptStatus: 200 });
    await click(page);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it('fails with sdk_load_failed within its time-out when nothing answers', async () => {
    await site.faults({ scriptDelay: 60_000 });
    const { page, context } = await site.visit({ settings: { timeouts: { script: 1_200 } } });
    await script(page).toBe('failed');
    await context.close();
  });

  it('is rejected when its hash differs', async () => {
    const { page, context } = await site.visit({ settings: { scriptIntegrity: `sha384-${'A'.repeat(64)}` } });
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(0);
    await context.close();
  });

  it('is accepted when its hash matches', async () => {
    const { page, context } = await site.visit({ settings: { scriptIntegrity: await hashOfScript() } });
    await script(page).toBe('ready');
    await context.close();
  });
});

// React 18 cannot preload, so there is nothing to test.
const canFetchEarly = !process.env.REACT_VERSION?.startsWith('18');
if (canFetchEarly) {
  it('is fetched once when it was preloaded with its hash', async () => {
    const scriptSrc = await site.copyOfScript();
    const scriptIntegrity = await hashOfScript(scriptSrc);
    await site.reset();
    const { page, context } = await site.visit({ settings: { scriptSrc, scriptIntegrity } });
    await script(page).toBe('ready');
    expect(await page.locator('link[rel=modulepreload]').getAttribute('href')).toBe(scriptSrc);
    expect(site.count('/copy.js')).toBe(1);
    // Chromium warns on the console about a preload that the page itself does not use, and the page does not use this one.
    expect(await page.locator('link[rel=preload]').count()).toBe(0);
    await context.close();
  });
}

it('requests the pinned address first, then the guide’s, and accepts only the pinned file from either', async () => {
  const context = await site.browser.newContext();
  const asked: string[] = [];
  await context.route(/jsdelivr|rawgit/, async (route) => {
    asked.push(new URL(route.request().url()).hostname);
    const body = await (await fetch(`${site.service}/instead-1.0.1.js`)).text();
    await route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } });
  });
  const page = await context.newPage();
  await site.goTo(page, { settings: { scriptSrc: undefined } });
  await script(page).toBe('failed');
  // The pinned address is also preloaded.
  expect([...new Set(asked)]).toEqual(['cdn.jsdelivr.net', 'rawgit.com']);
  expect(site.count('/api/token')).toBe(0);
  await context.close();
});

describe('the token', () => {
  it('is requested up to three times when the service fails', async () => {
    await site.faults({ tokenStatus: 500 });
    const { page, context } = await site.visit();
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(3);
    await context.close();
  });

  it('is requested once when it is refused', async () => {
    await site.faults({ tokenStatus: 401 });
    const { page, context } = await site.visit();
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(1);
    await context.close();
  });

  it('times out when nothing answers', async () => {
    await site.faults({ tokenDelay: 60_000 });
    const { page, context } = await site.visit({ settings: { timeouts: { token: 800 } } });
    await script(page).toBe('failed');
    await context.close();
  });
});

it('causes no violation of a strict Content-Security-Policy', async () => {
  const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src ${site.service} 'self'`;
  const { page, context } = await site.visit({
    settings: { nonce: 'abc', scriptIntegrity: await hashOfScript() },
    headers: { 'content-security-policy': policy },
    before: `<script nonce="abc">
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
    </script>`,
  });
  const reports: string[] = [];
  context.on('console', (line) => reports.push(line.text()));
  await script(page).toBe('ready');
  const popup = await click(page);
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('sent kakao order-1');
  // Firefox also reports the icon that it requests by itself.
  const isOfThePage = (text: string) => !text.includes('/favicon.ico');
  const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  expect(violations.filter(isOfThePage)).toEqual([]);
  expect(reports.filter((text) => text.includes('Content Security Policy')).filter(isOfThePage)).toEqual([]);
  await context.close();
});

it('works under require-trusted-types-for when its policy is allowed', async () => {
  const { page, context } = await site.visit({
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types react-instead-pay" },
  });
  await script(page).toBe('ready');
  await context.close();
});

it('reports popup_lost when the page’s Cross-Origin-Opener-Policy severs the popup', async () => {
  const { page, context } = await site.visit({ headers: { 'cross-origin-opener-policy': 'same-origin' } });
  await script(page).toBe('ready');
  await page.getByRole('button', { name: 'pay', exact: true }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('failed popup_lost order-1');
  await context.close();
});

it('works with same-origin-allow-popups', async () => {
  const { page, context } = await site.visit({
    headers: { 'cross-origin-opener-policy': 'same-origin-allow-popups' },
  });
  const popup = await click(page);
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('sent kakao order-1');
  await context.close();
});

it.each([
  ['removes the frame', (frame: HTMLIFrameElement) => frame.remove()],
  [
    'reloads the frame',
    (frame: HTMLIFrameElement) =>
      new Promise<void>((resolve) => {
        frame.onload = () => resolve();
        frame.contentWindow!.location.reload();
      }),
  ],
] as const)('creates a new script frame when the page %s, and keeps one frame', async (_, change) => {
  const { page, context } = await site.visit();
  await script(page).toBe('ready');
  await page.locator('iframe').evaluate(change);
  await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
  expect(await page.locator('iframe').count()).toBe(1);
  await context.close();
});

it('receives the result when the page has removed the frame meanwhile', async () => {
  const { page, context } = await site.visit();
  const popup = await click(page);
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
  await page.locator('iframe').evaluate((frame) => frame.remove());
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await expect.poll(() => output(page, 'state of pay').textContent()).toBe('sent kakao order-1');
  await context.close();
});
