// Long because each framework is built and started in its own way.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRequest } from '../emulator/open-emulator.ts';
import { findPort } from '../../scripts/serve-shop.js';
import { ROOT, SERVERS } from './support/paths.ts';
import { published } from './support/published.ts';
import { runModule, runNode } from './support/run-node.ts';
import { expectWebhooks } from './support/send-webhooks.ts';
import { startEmulator } from './support/start-emulator.ts';
import { startLookup } from './support/start-lookup.ts';
import { startServer } from './support/start-server.ts';

const apps = join(import.meta.dirname, 'apps');
const installed = join(ROOT, 'examples/nextjs/node_modules');
const PATH = '/api/webhooks/instead';

/** The blocks of the page, by the file that the first line names. */
const blocks = new Map(
  [...readFileSync(join(ROOT, 'docs/frameworks.md'), 'utf8').matchAll(/^```js\n\/\/ (\S+)\n([\s\S]*?)^```/gm)].map(
    ([, file, code]) => [file!, code!],
  ),
);

/** Creates an app that has installed the library, with the block at `place`, and the test's own webhook.js where it imports that. */
function createApp(block: string, place: string, webhook: string, template?: string): string {
  // Below the tools, so that Node finds them.
  const temporary = join(SERVERS, '.tmp');
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'app-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (template) cpSync(join(apps, template), folder, { recursive: true });
  else writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const path of [place, webhook]) mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, place), blocks.get(block)!);
  cpSync(join(apps, 'webhook/webhook.js'), join(folder, webhook));
  cpSync(join(apps, 'webhook/shop.mjs'), join(folder, dirname(webhook), 'shop.mjs'));
  return folder;
}

async function build(folder: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const { code, out, err } = await runNode(args, { cwd: folder, env });
  expect(code, out + err).toBe(0);
}

const servers: Record<string, string> = {
  hono: "import { serve } from '@hono/node-server';\nserve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, show);",
  express: "const server = app.listen(0, '127.0.0.1', () => show(server.address()));",
  fastify: "await app.listen({ port: 0, host: '127.0.0.1' });\nshow(app.server.address());",
};

/** Starts what listens by a line of code. */
function startApp(name: string, lookupUrl: string): Promise<string> {
  const folder = createApp(`${name}.js`, 'app.js', 'webhook.js');
  const show = 'const show = ({ port }) => console.log(`http://127.0.0.1:${port}`);';
  writeFileSync(join(folder, 'main.js'), `import { app } from './app.js';\n${show}\n${servers[name]}\n`);
  return startServer(process.execPath, ['main.js'], { cwd: folder, env: { LOOKUP_URL: lookupUrl } }, /(http:\S+)/);
}

async function startSvelteKit(lookupUrl: string): Promise<string> {
  const folder = createApp('svelte-kit.js', `src/routes${PATH}/+server.js`, 'src/lib/webhook.js', 'svelte-kit');
  await build(folder, [join(SERVERS, 'node_modules/vite/bin/vite.js'), 'build']);
  return startBuilt(folder, 'build/index.js', lookupUrl);
}

async function startAstro(lookupUrl: string): Promise<string> {
  const folder = createApp('astro.js', `src/pages${PATH}.js`, 'src/webhook.js', 'astro');
  await build(folder, [join(SERVERS, 'node_modules/astro/astro.js'), 'build'], { ASTRO_TELEMETRY_DISABLED: '1' });
  return startBuilt(folder, 'dist/server/entry.mjs', lookupUrl);
}

/** Starts a server on a given port. */
async function startBuilt(folder: string, entry: string, lookupUrl: string): Promise<string> {
  const port = await findPort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, LOOKUP_URL: lookupUrl };
  await startServer(process.execPath, [entry], { cwd: folder, env }, /(listening)/i);
  return origin;
}

test('every block of the page names the file that it is, and is tried', () => {
  const tried = ['next.js', 'svelte-kit.js', 'astro.js', ...Object.keys(servers).map((name) => `${name}.js`)];
  expect([...blocks.keys()].sort()).toEqual([...tried].sort());
});

test.each([
  ['Hono', (url: string) => startApp('hono', url)],
  ['Express', (url: string) => startApp('express', url)],
  ['Fastify', (url: string) => startApp('fastify', url)],
  ['SvelteKit', startSvelteKit],
  ['Astro', startAstro],
])('the adapter for %s verifies webhooks', async (_, start) => {
  const lookup = await startLookup();
  await expectWebhooks((await start(lookup.url)) + PATH, lookup);
});

test('the look-up of the page reads the responses of the emulator', async () => {
  const folder = createApp('lookup-payment.js', 'lookup-payment.js', 'webhook.js');
  const emulator = await startEmulator(folder);
  onTestFinished(async () => void (await emulator.stop()));
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(emulator.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, string>;
  };
  const { access_token } = await post('/api/token', { client_id: 'shop' });
  const { session_id } = await post('/api/session', createRequest(), access_token);
  const page = await (await fetch(`${emulator.origin}/api/pay?session_id=${session_id}`)).text();
  const uid = /\/checkout\/(instead_\w+)"/.exec(page)![1]!;
  await post(`/api/payments/${uid}/cancel`, {});
  const code = `
    const { lookupPayment } = await import('./lookup-payment.js');
    const [uid] = process.argv.slice(1);
    console.log(JSON.stringify([await lookupPayment({ insteadUid: uid }), await lookupPayment({ insteadUid: 'none' })]));`;
  const env = { INSTEAD_LOOKUP_URL: `${emulator.origin}/api/payments/{uid}` };
  const { out, err } = await runModule(code, { cwd: folder, env }, [], [uid]);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual([
    { status: 'cancelled', amount: 3000, merchantUid: 'order-1', insteadUid: uid, sandbox: true },
    null,
  ]);
});

test('the routes for Next.js verify webhooks, on the Node and the edge runtime', async () => {
  const lookup = await startLookup();
  mkdirSync(join(ROOT, 'test/.tmp'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'test/.tmp/next-webhook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(apps, 'next-webhook'), folder, { recursive: true });
  for (const file of ['webhook.js', 'shop.mjs']) cpSync(join(apps, 'webhook', file), join(folder, file));
  // The block itself, from where the route is.
  const block = blocks.get('next.js')!.replace('./webhook.js', '../../../webhook.js');
  for (const runtime of ['node', 'edge']) {
    expect(readFileSync(join(folder, `app/${runtime}/hook/route.js`), 'utf8')).toContain(block);
  }
  cpSync(published(), join(folder, 'node_modules/react-instead-pay'), { recursive: true });
  for (const name of ['next', 'react', 'react-dom'])
    symlinkSync(join(installed, name), join(folder, 'node_modules', name), 'junction');
  const next = join(installed, 'next/dist/bin/next');
  const env = { NEXT_TELEMETRY_DISABLED: '1', LINKS_WITHIN: ROOT, LOOKUP_URL: lookup.url };
  await build(folder, [next, 'build'], env);
  const origin = await startServer(
    process.execPath,
    [next, 'start', '-H', '127.0.0.1', '-p', '0'],
    { cwd: folder, env },
    /(http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ready/,
  );
  for (const runtime of ['node', 'edge']) {
    // Each has its own shop, and the same look-up.
    lookup.count = 0;
    await expectWebhooks(`${origin}/${runtime}/hook`, lookup);
  }
});
