import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchOptions } from '../support/chromium.ts';
import { sendRequest } from './support/send-request.ts';
import { ROOT } from './support/paths.ts';
import { published } from './support/published.ts';
import { runNode } from './support/run-node.ts';
import { startProgram } from './support/start-program.ts';
import { startEmulator } from './support/start-emulator.ts';

const installed = join(ROOT, 'examples/nextjs/node_modules');
const temporary = join(ROOT, 'test/.tmp');
const next = join(installed, 'next/dist/bin/next');
let browser: Browser;
beforeAll(async () => void (browser = await chromium.launch(launchOptions)));
afterAll(() => browser.close());

/** A Next.js app with the published package, and the command `instead-emulator` next to it. */
async function createApp() {
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'next-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, 'apps/next'), folder, { recursive: true });
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const name of ['next', 'react', 'react-dom'])
    symlinkSync(join(installed, name), join(folder, 'node_modules', name), 'junction');
  const emulator = await startEmulator(folder);
  onTestFinished(async () => void (await emulator.stop()));
  const env = {
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production' as const,
    LINKS_WITHIN: ROOT,
    SANDBOX: emulator.origin,
  };
  return { folder, env, emulator: emulator.origin };
}

/** Serves the build, and has the emulator send its webhooks there. */
async function start({ folder, env, emulator }: Awaited<ReturnType<typeof createApp>>): Promise<string> {
  const args = [next, 'start', '-H', 'localhost', '-p', '0'];
  const place = /(http:\/\/localhost:\d+)[\s\S]*Ready/;
  const { origin, stop } = await startProgram(args, { cwd: folder, env: { ...process.env, ...env } }, place);
  onTestFinished(async () => void (await stop()));
  await fetch(`${emulator}/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ webhookUrl: `${origin}/hook` }),
  });
  return origin;
}

// The whole shop, on Turbopack, is tested in test/shop. This test builds the package with each of Next.js's two bundlers.
test.each(['webpack', 'turbopack'])(
  'Next.js builds on %s a page whose ESM and CommonJS halves share one context; it pays, and its webhook handler is called',
  async (bundler) => {
    const app = await createApp();
    const { code, out, err } = await runNode([next, 'build', `--${bundler}`], { cwd: app.folder, env: app.env });
    expect(code, out + err).toBe(0);
    const html = readFileSync(join(app.folder, '.next/server/app/index.html'), 'utf8');
    expect(html).toMatch(/<button [^>]*data-instead="button"/);
    expect(html).toContain('served');
    // Prerendered with `cacheComponents`, without Suspense.
    expect(html.replaceAll('<!-- -->', '')).toMatch(/known: paid, <time [^>]*>2099년 1월 2일 03:04 KST<\/time>/);
    // The build contains the published files, and not these sources.
    const clients = readFileSync(join(app.folder, '.next/server/app/page_client-reference-manifest.js'), 'utf8');
    expect(clients).toContain('node_modules/react-instead-pay/dist/index.js');

    const { page, popup, consoleLines } = await sendRequest(browser, await start(app));
    await page.getByText('order-1: waiting').waitFor();
    const [payer] = await Promise.all([
      page.context().waitForEvent('page'),
      popup.getByRole('link', { name: '결제 페이지 열기' }).click(),
    ]);
    await payer.getByRole('button', { name: '결제하기' }).click();
    await expect.poll(() => page.getByText('order-1').textContent()).toBe('order-1: paid');
    const deliveries = async () => (await (await fetch(`${app.emulator}/deliveries`)).json()) as unknown;
    await expect.poll(deliveries).toMatchObject([{ merchantUid: 'order-1', status: 'paid', answer: 200, attempt: 1 }]);
    expect(consoleLines).toEqual([]);
  },
);
