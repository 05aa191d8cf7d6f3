import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, run, say } from './run.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Finds a Chromium for the tests, and installs one where there is none. Returns its path. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) giveUp(`CHROMIUM_PATH is ${given}, and there is nothing.`);
  const found = given || (await look());
  if (found) return found;
  if (!canInstall()) {
    giveUp(
      'The tests need Chromium, and there is none here. Install one, for example with\n' +
        '  npx playwright install --with-deps chromium\n' +
        'or say where yours is: CHROMIUM_PATH=/path/to/chromium npm test',
    );
  }
  say('Installing Chromium for the tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  return (await look()) ?? giveUp('Chromium was installed and does not start. Try: npx playwright install chromium');
}

async function look() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  // The browser that Playwright itself may have fetched.
  const { chromium } = await import('playwright');
  return [...paths, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path) && starts(path));
}

// On Ubuntu there is a `chromium-browser` that only says that it wants to be installed in another way.
function starts(path) {
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return false;
  }
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
