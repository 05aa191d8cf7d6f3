import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InsteadBoot, type InsteadBootProps } from 'react-instead-pay/boot';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, output, openTestSite, type ScenarioOptions, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const script = (page: Page) => expect.poll(() => output(page, 'script').first().textContent());
const tokens = () => expect.poll(() => site.count('/api/token'));

/** Visits a page with the tags of `<InsteadBoot>`, whose app's code arrives when `arrive()` is called. */
async function visit({ boot, headers = {}, ...options }: ScenarioOptions & { boot?: Partial<InsteadBootProps> } = {}) {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (line) => {
    if (!line.text().includes('React DevTools')) lines.push(line.text());
  });
  page.on('pageerror', (error) => void lines.push(String(error)));
  let arrive = () => {};
  const gate = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/app.js', async (route) => {
    await gate;
    await route.continue();
  });
  const props = {
    clientId: 'shop',
    apiUrl: `${site.service}/api`,
    scriptSrc: `${site.service}/instead-1.0.1.js`,
    ...boot,
  };
  const before = renderToStaticMarkup(createElement(InsteadBoot, props));
  await page.goto(site.addressOf({ ...options, headers, before }), { waitUntil: 'commit' });
  return { context, page, lines, arrive };
}

describe('a page with the tags of InsteadBoot', () => {
  it.each(['', 'strict'])('requests the token before the app’s code has loaded, and only then %s', async (flags) => {
    const { context, page, lines, arrive } = await visit({ flags });
    await tokens().toBe(1);
    expect(site.count('/instead-1.0.1.js')).toBe(0);
    arrive();
    await script(page).toBe('ready');
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('sent kakao order-1');
    expect(site.count('/api/token')).toBe(1);
    expect(lines).toEqual([]);
    await context.close();
  });

  it('preloads a script with a hash', async () => {
    const scriptSrc = await site.copyOfScript();
    const { context, page } = await visit({ boot: { scriptSrc, scriptIntegrity: 'sha384-another' } });
    await expect.poll(() => page.locator('link[rel=modulepreload]').getAttribute('href')).toBe(scriptSrc);
    await context.close();
  });

  it('causes no violation of a strict Content-Security-Policy with its nonce', async () => {
    const { context, page, lines, arrive } = await visit({
      boot: { nonce: 'abc' },
      settings: { nonce: 'abc' },
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'nonce-abc'; connect-src ${site.service}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types react-instead-pay`,
      },
    });
    await tokens().toBe(1);
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(1);
    expect(lines.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
    await context.close();
  });

  it('does not run without the nonce that the policy asks for; the provider requests the token', async () => {
    const { context, page, arrive } = await visit({
      settings: { nonce: 'abc' },
      headers: { 'content-security-policy': `script-src 'nonce-abc'` },
    });
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(1);
    await context.close();
  });
});

describe('the provider requests a token itself', () => {
  it.each<[string, ScenarioOptions & { boot?: Partial<InsteadBootProps> }]>([
    ['when the early one is of another client', { boot: { clientId: 'another-shop' } }],
    ['when its clientId is another by now', { settings: { clientId: 'another-shop' } }],
  ])('%s', async (_, options) => {
    const { context, page, arrive } = await visit(options);
    await tokens().toBe(1);
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(2);
    await context.close();
  });

  it('when the early one is of another API', async () => {
    const { context, page, arrive } = await visit({ boot: { apiUrl: `${site.attacker}/api` } });
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(1);
    await click(page);
    await expect.poll(() => output(page, 'state of pay').textContent()).toBe('open order-1');
    await context.close();
  });

  it.each([
    ['is refused', { tokenStatus: 401 }],
    ['fails', { tokenStatus: 500 }],
    ['is HTML', { tokenBody: 'html' }],
    ['has no token', { tokenBody: 'empty' }],
  ])('when the early request %s', async (_, faults) => {
    await site.faults(faults);
    const { context, page, lines, arrive } = await visit();
    await tokens().toBe(1);
    await site.faults({ tokenStatus: 200, tokenBody: 'json' });
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(2);
    expect(lines.filter((line) => line.includes('Uncaught'))).toEqual([]);
    await context.close();
  });

  it('when the early request hangs for a third of timeouts.token', async () => {
    await site.faults({ tokenDelay: 30_000 });
    const { context, page, arrive } = await visit({ settings: { timeouts: { token: 6_000 } } });
    await tokens().toBe(1);
    await site.faults({ tokenDelay: 0 });
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(2);
    await context.close();
  });

  it('for a second provider with other settings, which may not use the token of the first', async () => {
    const { context, page, arrive } = await visit({ scene: 'twoProviders' });
    await tokens().toBe(1);
    arrive();
    await script(page).toBe('ready');
    await expect.poll(() => output(page, 'script').last().textContent()).toBe('ready');
    expect(site.count('/api/token')).toBe(2);
    await context.close();
  });

  it('when its clientId changes later', async () => {
    const { context, page, arrive } = await visit({ scene: 'changing' });
    await tokens().toBe(1);
    arrive();
    await script(page).toBe('ready');
    expect(site.count('/api/token')).toBe(1);
    await page.getByRole('button', { name: 'change client' }).click();
    await tokens().toBe(2);
    await script(page).toBe('ready');
    await context.close();
  });
});

it('providers with equal settings share the early token', async () => {
  const { context, page, arrive } = await visit({ scene: 'twins' });
  await tokens().toBe(1);
  arrive();
  await script(page).toBe('ready');
  await expect.poll(() => output(page, 'script').last().textContent()).toBe('ready');
  expect(site.count('/api/token')).toBe(1);
  await context.close();
});
