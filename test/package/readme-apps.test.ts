import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findPort } from '../../scripts/serve-shop.js';
import { readCodeBlocks } from '../conventions/markdown.ts';
import { launchOptions } from '../support/chromium.ts';
import { payByKakao } from './support/pay-by-kakao.ts';
import { ROOT } from './support/paths.ts';
import { published } from './support/published.ts';
import { runNode } from './support/run-node.ts';
import { startEmulator } from './support/start-emulator.ts';
import { startServer } from './support/start-server.ts';

const SHOP = join(ROOT, 'examples/nextjs');
let browser: Browser;
beforeAll(async () => void (browser = await chromium.launch(launchOptions)));
afterAll(() => browser.close());

/** The blocks of a page, by the file that their first line names. */
const blocksOf = (page: string) =>
  new Map(
    readCodeBlocks(readFileSync(join(ROOT, page), 'utf8')).flatMap(({ file, code }) => (file ? [[file, code]] : [])),
  );

/** Creates an app from blocks as they are, but for the ports, with the published package and links to other packages. */
async function createApp(blocks: [file: string, code: string][], links: Record<string, string[]>, ports = {}) {
  const temporary = join(ROOT, 'test/.tmp');
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const [from, names] of Object.entries(links)) {
    for (const name of names) {
      const place = join(folder, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(from, 'node_modules', name), place, 'junction');
    }
  }
  const emulator = await startEmulator(folder);
  onTestFinished(async () => void (await emulator.stop()));
  const replaced = { 'http://127.0.0.1:4000': emulator.origin, ...ports };
  for (const [file, code] of blocks) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      Object.entries(replaced).reduce((text, [from, to]) => text.replaceAll(from, to), code),
    );
  }
  return { folder, emulator: emulator.origin };
}

/** Has the emulator send its webhooks to the shop, as `--webhook-url` does. */
async function sendWebhooksTo(emulator: string, shop: string) {
  const body = JSON.stringify({ webhookUrl: `${shop}/api/webhooks/instead` });
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${emulator}/settings`, { method: 'POST', headers, body })).ok).toBe(true);
}

test.each(['README.md', 'README.ko.md'])('the Next.js app of %s is paid', async (page) => {
  const blocks = [...blocksOf(page)].filter(([file]) => file.startsWith('app/'));
  expect(blocks.map(([file]) => file).sort()).toEqual([
    'app/api/webhooks/instead/route.ts',
    'app/layout.tsx',
    'app/orders.ts',
    'app/page.tsx',
  ]);
  const { folder, emulator } = await createApp(
    [...blocks, ['package.json', '{ "private": true }'], ['next.config.mjs', nextConfig]],
    { [SHOP]: ['next', 'react', 'react-dom', 'typescript', '@types/react', '@types/node', '@types/react-dom'] },
  );
  const next = join(SHOP, 'node_modules/next/dist/bin/next');
  const env = { NEXT_TELEMETRY_DISABLED: '1', LINKS_WITHIN: ROOT };
  // The build also compiles the blocks against the published types.
  const { code, out, err } = await runNode([next, 'build'], { cwd: folder, env });
  expect(code, out + err).toBe(0);
  const args = [next, 'start', '-H', 'localhost', '-p', '0'];
  const shop = await startServer(process.execPath, args, { cwd: folder, env }, /(http:\/\/localhost:\d+)[\s\S]*Ready/);
  await sendWebhooksTo(emulator, shop);
  expect(await payByKakao(browser, shop)).toEqual([]);
});

// With cacheComponents, as create-next-app sets it. Next.js is a link to another folder, and its bundler reads files in the
// project only.
const nextConfig = `const root = process.env.LINKS_WITHIN;
export default { cacheComponents: true, outputFileTracingRoot: root, turbopack: { root } };
`;

test('the Vite app of the README, with the server of docs/getting-started.md, is paid', async () => {
  const { 'server.js': server, 'vite.config.js': config } = Object.fromEntries(blocksOf('docs/getting-started.md'));
  const main = blocksOf('README.md').get('src/main.tsx');
  const port = await findPort();
  const { folder, emulator } = await createApp(
    [
      ['src/main.tsx', main!],
      ['server.js', server!],
      ['vite.config.js', config!],
      ['package.json', '{ "private": true, "type": "module" }'],
      ['index.html', '<div id="root"></div><script type="module" src="/src/main.tsx"></script>'],
    ],
    { [ROOT]: ['react', 'react-dom', 'hono', '@hono/node-server', '@vitejs/plugin-react', 'vite'] },
    { 'port: 3000': `port: ${port}`, 'localhost:3000': `localhost:${port}` },
  );
  const shop = `http://localhost:${port}`;
  // Hono's server prints nothing: the client's first request waits for it.
  void startServer(process.execPath, ['server.js'], { cwd: folder, env: {} }, /never/).catch(() => {});
  await expect
    .poll(() =>
      fetch(`${shop}/api/orders/none`)
        .then(({ status }) => status)
        .catch(() => 0),
    )
    .toBe(404);
  await sendWebhooksTo(emulator, shop);
  const args = [join(ROOT, 'node_modules/vite/bin/vite.js'), '--port', String(await findPort()), '--strictPort'];
  const client = await startServer(
    process.execPath,
    args,
    { cwd: folder, env: { NO_COLOR: '1' } },
    /(http:\/\/localhost:\d+)/,
  );
  expect(await payByKakao(browser, client)).toEqual([]);
});
