import { existsSync } from 'node:fs';
import { canInstall, firstThatStarts, installPackages, placesOf } from './packages.js';
import { fail } from './run.js';

const elsewhere = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Finds a Firefox for the tests, and installs one where that is possible. Returns its path. */
export async function findFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given && !existsSync(given)) fail(`FIREFOX_PATH is ${given}, but there is no such file.`);
  const found = given || look();
  if (found) return found;
  if (!canInstall()) {
    fail(
      'test:all needs Firefox, but none is installed. Install it (Debian: sudo apt-get install firefox-esr; elsewhere from\n' +
        'mozilla.org), or set its path: FIREFOX_PATH=/path/to/firefox npm run test:all',
    );
  }
  await installPackages(['firefox-esr'], 'Firefox');
  return look() ?? fail('Firefox was installed but does not start.');
}

const look = () => firstThatStarts([...placesOf(['firefox-esr', 'firefox']), ...elsewhere]);
