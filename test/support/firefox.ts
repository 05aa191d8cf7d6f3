import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Where Firefox is. `npm test` looks for it, and says an empty FIREFOX_PATH when there is none. */
export const firefoxPath = process.env.FIREFOX_PATH ?? candidates.find((path) => existsSync(path));
