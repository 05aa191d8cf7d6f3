import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Where Firefox is. `npm run test:all` looks for it. */
export const firefoxPath = process.env.FIREFOX_PATH ?? candidates.find((path) => existsSync(path));
