import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';

/** Starts Chromium as the tests do, popup blocker on. */
export async function startBrowser(...args) {
  const options = await readLaunchOptions();
  // Found by `npm run bench`, as by `npm test`.
  const executablePath = process.env.CHROMIUM_PATH ?? options.executablePath;
  return chromium.launch({ ...options, executablePath, args: [...options.args, ...args] });
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
  return module.launchOptions;
}
