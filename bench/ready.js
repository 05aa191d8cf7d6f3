import { createHash } from 'node:crypto';
import { createEmulator } from 'react-instead-pay/emulator';
import { startFresh } from './browser.js';
import { listen } from './listen.js';
import { makePages, variants } from './ready-pages.js';
import { median, takeTurns } from './statistics.js';
import { ms, ratio } from './labels.js';

const ROUNDS = 5;
const MBIT = 1_000_000 / 8;
// A round trip in ms, throughput in bytes a second, and how many times slower the processor is.
const networks = {
  fast: { latency: 20, down: 50 * MBIT, up: 20 * MBIT, cpu: 1 },
  slow: { latency: 150, down: 1.6 * MBIT, up: 0.75 * MBIT, cpu: 1 },
  'fast, slow CPU': { latency: 20, down: 50 * MBIT, up: 20 * MBIT, cpu: 4 },
  'slow, slow CPU': { latency: 150, down: 1.6 * MBIT, up: 0.75 * MBIT, cpu: 4 },
};

/** From the navigation to the script's being there with its token, with nothing in the cache. */
export async function measureReady() {
  const emulator = createEmulator({ language: 'ko' });
  let network = networks.fast;
  const roundTrip = () => network.latency;
  // As a CDN answers for a file that never changes.
  const cdn = await listen(
    '127.0.0.1',
    async (request) => {
      const { body, headers } = await emulator.fetch(request);
      headers.set('cache-control', 'public, max-age=31536000, immutable');
      return new Response(body, { headers });
    },
    roundTrip,
  );
  const api = await listen('127.0.0.1', emulator.fetch, roundTrip);
  const scriptSrc = `${cdn.origin}/instead-1.0.1.js`;
  const script = await (await fetch(scriptSrc)).text();
  const scriptIntegrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  const page = await makePages({ scriptSrc, scriptIntegrity, apiUrl: `${api.origin}/api` });
  const shop = await listen('localhost', ({ url }) => page(new URL(url).pathname), roundTrip);
  try {
    const rows = [];
    for (const side of ['client', 'server']) {
      for (const [name, conditions] of Object.entries(networks)) {
        network = conditions;
        const found = await takeTurns(variants, ROUNDS, (variant) =>
          visit(`${shop.origin}/${side}/${variant}`, conditions),
        );
        const [boot, ours, effect, plain] = variants.map((variant) => median(found[variant].map(({ ready }) => ready)));
        const usable = median(found.plain.map((each) => each.usable));
        const times = [boot, ours, effect, plain, usable].map(ms);
        const ratios = [ratio(ours, effect), ratio(ours, plain), ratio(boot, plain), ratio(boot, usable)];
        rows.push([side, name, ...times, ...ratios]);
      }
    }
    return [
      {
        title: 'From the navigation to ready',
        note:
          `Ready: the script is there with its token. “With boot” is the library with \`<InsteadBoot>\` (docs/starting-early.md), “effect” the script loaded from a React effect, “plain” a \`<script>\` with \`init\` in the page’s head, beside the same React page. ` +
          `The library is ready when the provider is, which React has to mount first. The plain script needs no React, but its button does: “plain, usable” is when both are there. ` +
          `Nothing is in the cache; shop, script and API are three origins, and a new connection takes two round trips, a request one. ` +
          Object.entries(networks)
            .map(
              ([name, { latency, down, cpu }]) =>
                `${name}: ${latency} ms, ${down / MBIT} Mbit/s${cpu > 1 ? `, the processor ${cpu} times slower` : ''}`,
            )
            .join('; ') +
          '.',
        head: [
          'rendered on',
          'network',
          'with boot',
          'library',
          'effect',
          'plain',
          'plain, usable',
          'library ÷ effect',
          'library ÷ plain',
          'boot ÷ plain',
          'boot ÷ usable',
        ],
        rows,
      },
    ];
  } finally {
    for (const server of [cdn, api, shop]) server.close();
  }
}

async function visit(address, { down, up, cpu }) {
  const context = await startFresh();
  try {
    const [page] = context.pages();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const throughput = { downloadThroughput: down, uploadThroughput: up };
    // The latency is the servers'.
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, ...throughput });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.readyAt && window.mountedAt);
    return await page.evaluate(() => ({ ready: window.readyAt, usable: Math.max(window.readyAt, window.mountedAt) }));
  } finally {
    await context.close();
  }
}
