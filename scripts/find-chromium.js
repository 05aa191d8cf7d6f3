import { existsSync } from 'node:fs';
import { canInstall, firstThatStarts, installPackages, placesOf } from './packages.js';
import { giveUp } from './run.js';

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
  await installPackages(['chromium'], 'Chromium');
  return (await look()) ?? giveUp('Chromium was installed and does not start. Try: npx playwright install chromium');
}

async function look() {
  // The browser that Playwright itself may have fetched.
  const { chromium } = await import('playwright');
  return firstThatStarts([...placesOf(names), ...elsewhere, chromium.executablePath()]);
}
