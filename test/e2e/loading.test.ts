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
  it('is loaded once, with one token, under Strict Mode', async () => {
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

  it('is not loaded before the first press when it is lazy', async () => {
    const { page, context } = await site.visit({ settings: { load: 'lazy' } });
    await script(page).toBe('idle');
    expect(site.count('/instead-1.0.1.js')).toBe(0);
    await click(page);
    await script(page).toBe('ready');
    await context.close();
  });

  it('is tried at the next address when the first does not have it', async () => {
    const scriptSrc = [`${site.shop}/missing.js`, `${site.service}/instead-1.0.1.js`];
    const { page, context } = await site.visit({ settings: { scriptSrc } });
    await script(page).toBe('ready');
    await context.close();
  });

  it('is tried at the next address when the first does not answer in a third of its time', async () => {
    await site.faults({ scriptDelay: 30_000 });
    const copy = await site.copyOfScript();
    const { page, context } = await site.visit({
      settings: { scriptSrc: [`${site.service}/instead-1.0.1.js`, copy], timeouts: { script: 3_000 } },
    });
    await script(page).toBe('ready');
    await context.close();
  });

  it('is tried three times, fails with sdk_load_failed, and loads on retry()', async () => {
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

  it('fails within its time when nothing answers', async () => {
    await site.faults({ scriptDelay: 60_000 });
    const { page, context } = await site.visit({ settings: { timeouts: { script: 1_200 } } });
    await script(page).toBe('failed');
    await context.close();
  });

  it('is refused when it is not what its hash says', async () => {
    const { page, context } = await site.visit({ settings: { scriptIntegrity: `sha384-${'A'.repeat(64)}` } });
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(0);
    await context.close();
  });

  it('is taken when it is what its hash says', async () => {
    const { page, context } = await site.visit({ settings: { scriptIntegrity: await hashOfScript() } });
    await script(page).toBe('ready');
    await context.close();
  });
});

// React 18 has no way to fetch early, so there is nothing to promise.
const canFetchEarly = !process.env.REACT_VERSION?.startsWith('18');
if (canFetchEarly) {
  it('is fetched once when it was fetched early under its hash', async () => {
    const scriptSrc = await site.copyOfScript();
    const scriptIntegrity = await hashOfScript(scriptSrc);
    site.reset();
    const { page, context } = await site.visit({ settings: { scriptSrc, scriptIntegrity } });
    await script(page).toBe('ready');
    expect(await page.locator('link[rel=modulepreload]').getAttribute('href')).toBe(scriptSrc);
    expect(site.count('/copy.js')).toBe(1);
    // Chromium complains of one on the console when the page does not use it itself, and the page does not.
    expect(await page.locator('link[rel=preload]').count()).toBe(0);
    await context.close();
  });
}

it('asks the pinned address first, then the guide’s, and takes from neither what is not the pinned file', async () => {
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
  // The pinned one is asked early too.
  expect([...new Set(asked)]).toEqual(['cdn.jsdelivr.net', 'rawgit.com']);
  expect(site.count('/api/token')).toBe(0);
  await context.close();
});

describe('the token', () => {
  it('is asked for up to three times when the service stumbles', async () => {
    await site.faults({ tokenStatus: 500 });
    const { page, context } = await site.visit();
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(3);
    await context.close();
  });

  it('is asked for once when it is refused', async () => {
    await site.faults({ tokenStatus: 401 });
    const { page, context } = await site.visit();
    await script(page).toBe('failed');
    expect(site.count('/api/token')).toBe(1);
    await context.close();
  });

  it('is given up within its time when nothing answers', async () => {
    await site.faults({ tokenDelay: 60_000 });
    const { page, context } = await site.visit({ settings: { timeouts: { token: 800 } } });
    await script(page).toBe('failed');
    await context.close();
  });
});

it('passes a strict Content-Security-Policy without a single violation', async () => {
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
  // Firefox also reports the icon that it looks for by itself.
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

it('says popup_lost when the page’s Cross-Origin-Opener-Policy cuts the window off', async () => {
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
  ['throws the frame out', (frame: HTMLIFrameElement) => frame.remove()],
  [
    'reloads the frame',
    (frame: HTMLIFrameElement) =>
      new Promise<void>((resolve) => {
        frame.onload = () => resolve();
        frame.contentWindow!.location.reload();
      }),
  ],
] as const)('creates a new script frame when the page %s, and keeps one frame', async (_, strike) => {
  const { page, context } = await site.visit();
  await script(page).toBe('ready');
  await page.locator('iframe').evaluate(strike);
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
