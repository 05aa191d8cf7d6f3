import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The path of Firefox, if it is installed. `npm run test:all` checks it. */
export const firefoxPath = process.env.FIREFOX_PATH ?? candidates.find((path) => existsSync(path));
