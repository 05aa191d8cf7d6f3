import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';

/** Starts Chromium as the tests do, popup blocker on. */
export async function startBrowser(...args) {
  const options = await readLaunchOptions();
  return chromium.launch({ ...options, args: [...options.args, ...args] });
}

/** Starts it with a new profile: a private window, as Playwright's contexts are, does not preconnect. */
export async function startFresh() {
  return chromium.launchPersistentContext('', await readLaunchOptions());
}

// One source for both; TypeScript, which Node 20 does not read.
async function readLaunchOptions() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../test/support/chromium.ts', import.meta.url))],
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  // Found by `npm run bench`, as by `npm test`.
  return { ...module.fullChromium, executablePath: process.env.CHROMIUM_PATH ?? module.fullChromium.executablePath };
}
