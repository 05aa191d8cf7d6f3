import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How every test that needs a browser starts it: a real Chromium with its popup blocker on. */
export const launchOptions: LaunchOptions = {
  executablePath: candidates.find((path) => path && existsSync(path)),
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  // Playwright turns the popup blocker off. Our users have it on.
  ignoreDefaultArgs: ['--disable-popup-blocking'],
};
