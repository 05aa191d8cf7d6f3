// `npm run bench`: measures everything and writes RESULTS.md. `npm run bench size mount` measures these parts and only shows them.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../scripts/find-chromium.js';
import { fail, root, log } from '../scripts/run.js';
import { buildLibrary, install } from '../scripts/setup.js';
import { placeLibrary } from './place-library.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const parts = {
  size: async () => (await import('./size.js')).measureSize(),
  webhook: async () => (await import('./webhook.js')).measureWebhook(),
  'import-time': async () => (await import('./import-time.js')).measureImportTime(),
  'click-to-window': async () => (await import('./click-to-popup.js')).measureClickToWindow(),
  ready: async () => (await import('./ready.js')).measureReady(),
  mount: async () => (await import('./mount.js')).measureMount(),
  'idle-orders': async () => (await import('./idle-orders.js')).measureIdleOrders(),
  'pay-cost': async () => (await import('./pay-cost.js')).measurePayCost(),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length) fail(`There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);

await install(root);
await install(here);
await buildLibrary();
placeLibrary();
process.env.CHROMIUM_PATH = await findChromium();

const tables = [];
const broken = [];
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length && !chosen.includes(name)) continue;
  const startedAt = Date.now();
  log(`${name} …`);
  try {
    tables.push(...(await measure()));
    console.log(`${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  } catch (error) {
    broken.push(name);
    console.error(error);
  }
}

const { toReport } = await import('./report.js');
const { startBrowser } = await import('./browser.js');
const browser = await startBrowser();
const report = toReport(tables, { chromium: browser.version() });
await browser.close();
if (broken.length) fail(`FAILED: ${broken.join(', ')}. RESULTS.md is left as it was.`);
if (chosen.length) {
  console.log(`\n${report}`);
} else {
  writeFileSync(new URL('RESULTS.md', import.meta.url), report);
  log('bench/RESULTS.md is written.');
}
