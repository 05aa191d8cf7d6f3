import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstall, firstThatStarts, installPackages, placesOf } from './packages.js';
import { fail, log } from './run.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Finds a Chromium for the tests, and installs one if there is none. Returns its path. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) fail(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  const found = given || (await look());
  if (found) return found;
  if (!canInstall()) {
    fail(
      'The tests need Chromium, but none is installed. Install one, for example with\n' +
        '  npx playwright install --with-deps chromium\n' +
        'or set its path: CHROMIUM_PATH=/path/to/chromium npm test',
    );
  }
  await installPackages(['chromium'], 'Chromium');
  return (await look()) ?? fail('Chromium was installed but does not start. Try: npx playwright install chromium');
}

/**
 * Finds Chromium's headless shell, and installs it where that is possible. Without it the tests pass, too, but take longer.
 *
 * @returns {Promise<string>} its path, or nothing
 */
export async function findHeadlessShell() {
  const given = process.env.CHROMIUM_HEADLESS_SHELL_PATH;
  if (given && !existsSync(given)) fail(`CHROMIUM_HEADLESS_SHELL_PATH is ${given}, but there is no such file.`);
  const look = () => firstThatStarts([...placesOf(shellNames), ...playwrightShells()]);
  const found = given || look();
  if (found) return found;
  if (canInstall()) await installPackages(['chromium-headless-shell'], 'Chromium’s headless shell');
  else
    log(
      'Chromium’s headless shell is not installed, so the tests run in Chromium itself and take about twice as long. Install it with\n' +
        '  npx playwright install --only-shell chromium',
    );
  return look() ?? '';
}

/** The folder of the shells that Playwright has downloaded. */
function playwrightShells() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? playwrightFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .sort()
    .reverse()
    .flatMap((name) =>
      readdirSync(join(folder, name)).map((platform) => join(folder, name, platform, 'headless_shell')),
    );
}

function playwrightFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  return join(homedir(), '.cache/ms-playwright');
}

async function look() {
  // The browser that Playwright may have downloaded.
  const { chromium } = await import('playwright');
  return firstThatStarts([...placesOf(names), ...elsewhere, chromium.executablePath()]);
}
