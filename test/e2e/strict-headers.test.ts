import type { BrowserContext, Frame, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, output, openTestSite, type ScenarioOptions, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(() => site.reset());

const stateOf = (page: Page | Frame) =>
  expect.poll(() => page.getByRole('status', { name: 'state of pay', exact: true }).textContent(), { timeout: 20_000 });

/** What every document of the context reports: the page, the script frame and the popup. */
async function recordViolations(context: BrowserContext): Promise<string[]> {
  const events: string[] = [];
  await context.exposeBinding('reportViolation', (_, violation: string) => void events.push(violation));
  await context.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
    const listenIn = (events: Document) =>
      events.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
        reportViolation(`${events.URL}: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
      );
    listenIn(document);
    // The blank popup exists before a script of the test can run in it.
    const { open } = window;
    window.open = (...given) => {
      const opened = open.apply(window, given);
      if (opened) listenIn(opened.document);
      return opened;
    };
  });
  return events;
}

/** Visits the page and records its violations, errors and console lines. */
async function visit(options: ScenarioOptions) {
  const context = await site.browser.newContext();
  const violations = await recordViolations(context);
  const page = await context.newPage();
  const console: string[] = [];
  page.on('console', (line) => console.push(`${line.type()}: ${line.text()}`));
  await site.goTo(page, options);
  return { context, page, violations, console };
}

/** Whether a violation in this document is recorded. */
async function expectRecorded(at: Page | Frame, violations: string[]) {
  const before = violations.length;
  await at.evaluate(() => document.documentElement.setAttribute('style', 'color: red'));
  await expect.poll(() => violations.length).toBe(before + 1);
}

const strict = (more = '') =>
  `default-src 'none'; script-src 'nonce-abc'; connect-src ${site.service}; base-uri 'none'; form-action 'none'${more}`;
const TRUSTED = `; require-trusted-types-for 'script'; trusted-types react-instead-pay`;

describe('a strict Content-Security-Policy', () => {
  it.each([
    ['with a nonce', ''],
    [
      "with frame-src 'none', which does not apply to a frame without an address",
      "; frame-src 'none'; child-src 'none'",
    ],
    ["with require-trusted-types-for 'script' and our policy", TRUSTED],
  ])('reports no violation during a whole payment: %s', async (_, more) => {
    await site.faults({ sessionDelay: 1_000 });
    const { context, page, violations, console } = await visit({
      settings: { nonce: 'abc' },
      headers: { 'content-security-policy': strict(more) },
    });
    const popup = await click(page);
    // The loading page, which inherits the policy.
    await popup.getByText('요청을 준비하고 있어요').waitFor();
    expect(violations).toEqual([]);
    await expectRecorded(popup, violations);
    await popup.waitForURL(/session_id/);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await stateOf(page).toBe('sent kakao order-1');
    expect(violations).toHaveLength(1);
    expect(console.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
    const [, frame] = page.frames();
    await expectRecorded(page, violations);
    await expectRecorded(frame!, violations);
    await context.close();
  });

  it('reports no violation with the address of the script in place of a nonce', async () => {
    const policy = `default-src 'none'; script-src 'self' ${site.service}/instead-1.0.1.js; connect-src ${site.service}`;
    const { context, page, violations } = await visit({ headers: { 'content-security-policy': policy } });
    const popup = await click(page);
    await popup.waitForURL(/session_id/);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await stateOf(page).toBe('sent kakao order-1');
    expect(violations).toEqual([]);
    await expectRecorded(page, violations);
    await context.close();
  });

  it('reports no violation for the button, its status line and its overlay', async () => {
    const { context, page, violations } = await visit({
      scene: 'button',
      settings: { nonce: 'abc' },
      headers: { 'content-security-policy': strict() },
    });
    const popup = await click(page, '결제를 부탁해');
    await expect.poll(() => page.getByRole('dialog').getAttribute('data-status')).toBe('open');
    await popup.close();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(violations).toEqual([]);
    await expectRecorded(page, violations);
    await context.close();
  });

  it('fails with sdk_load_failed when it does not allow the Trusted Types policy, and the cause names the policy', async () => {
    const { context, page } = await visit({
      scene: 'plain',
      settings: { nonce: 'abc' },
      headers: { 'content-security-policy': strict("; require-trusted-types-for 'script'; trusted-types other") },
    });
    const error = await page.evaluate(() =>
      window.instead.ready().then(
        () => null,
        (error: Error & { code: string }) => ({
          code: error.code,
          message: error.message,
          cause: String(error.cause),
        }),
      ),
    );
    expect(error).toMatchObject({
      code: 'sdk_load_failed',
      message: expect.stringContaining('trusted-types react-instead-pay'),
      cause: expect.stringContaining('react-instead-pay'),
    });
    await context.close();
  });
});

describe('Cross-Origin-Opener-Policy', () => {
  const isolated = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  const warnings = (console: string[]) => console.filter((line) => line.includes('cross-origin isolated'));

  it.each<[string, Record<string, string>, number]>([
    ['same-origin', { 'cross-origin-opener-policy': 'same-origin' }, 0],
    ['same-origin on an isolated page, which a warning reports before the first click', isolated, 1],
  ])('causes popup_lost: %s', async (_, headers, count) => {
    const { context, page, console } = await visit({ headers, flags: 'strict' });
    await expect.poll(() => output(page, 'script').first().textContent()).toBe('ready');
    expect(warnings(console)).toHaveLength(count);
    await page.getByRole('button', { name: 'pay', exact: true }).click();
    await stateOf(page).toBe('failed popup_lost order-1');
    expect(warnings(console)).toHaveLength(count);
    await context.close();
  });

  it('causes one warning on a page with two providers', async () => {
    const { context, console } = await visit({ headers: isolated, scene: 'twoProviders' });
    await expect.poll(() => site.count('/api/token')).toBe(2);
    expect(warnings(console)).toHaveLength(1);
    await context.close();
  });

  it('causes neither a failure nor a warning with same-origin-allow-popups', async () => {
    const { context, page, console } = await visit({
      headers: { 'cross-origin-opener-policy': 'same-origin-allow-popups' },
    });
    const popup = await click(page);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await stateOf(page).toBe('sent kakao order-1');
    expect(warnings(console)).toEqual([]);
    await context.close();
  });
});

/** The shop in a frame of another site's page. */
async function visitInFrame(sandbox: string) {
  const { context, page } = await site.visit();
  const shop = page.url();
  await page.goto(`${site.shop}/frame`);
  await page.evaluate(
    ([src, sandbox]) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', sandbox!);
      frame.src = src!;
      document.body.append(frame);
    },
    [shop, sandbox],
  );
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  const frame = page.frames()[1]!;
  await frame.getByRole('button', { name: 'pay', exact: true }).waitFor();
  return { context, page, frame, pay: () => frame.getByRole('button', { name: 'pay', exact: true }).click() };
}

describe('a shop in a sandboxed frame', () => {
  it.each(['allow-scripts allow-same-origin', 'allow-scripts'])('resolves popup_blocked: %s', async (sandbox) => {
    const { context, frame, pay } = await visitInFrame(sandbox);
    await pay();
    await stateOf(frame).toBe('failed popup_blocked order-1');
    expect(context.pages()).toHaveLength(1);
    await context.close();
  });

  it('resolves sdk_load_failed without allow-same-origin, and leaves no popup open', async () => {
    const { context, frame, pay } = await visitInFrame('allow-scripts allow-popups');
    await pay();
    await stateOf(frame).toBe('failed sdk_load_failed order-1');
    await expect.poll(() => context.pages().length).toBe(1);
    expect(await frame.locator('iframe').count()).toBe(0);
    await context.close();
  });

  it('pays when scripts, its own origin and popups are allowed', async () => {
    const { context, frame, pay } = await visitInFrame('allow-scripts allow-same-origin allow-popups');
    const [popup] = await Promise.all([context.waitForEvent('page'), pay()]);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await stateOf(frame).toBe('sent kakao order-1');
    await context.close();
  });
});
