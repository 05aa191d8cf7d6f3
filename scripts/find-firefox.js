import { existsSync } from 'node:fs';
import { canInstall, firstThatStarts, installPackages, placesOf } from './packages.js';
import { giveUp } from './run.js';

const elsewhere = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Finds a Firefox for the tests, and installs one where there is none and it can be. Returns its path, or nothing. */
export async function findFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given && !existsSync(given)) giveUp(`FIREFOX_PATH is ${given}, and there is nothing.`);
  const found = given || look();
  if (found || !canInstall()) return found;
  await installPackages(['firefox-esr'], 'Firefox');
  return look() ?? giveUp('Firefox was installed and does not start.');
}

const look = () => firstThatStarts([...placesOf(['firefox-esr', 'firefox']), ...elsewhere]);
