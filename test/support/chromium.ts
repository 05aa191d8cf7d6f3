import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright';

const first = (...paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));

const chromium = first(
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
);
const headlessShell = first(process.env.CHROMIUM_HEADLESS_SHELL_PATH, '/usr/bin/chromium-headless-shell');

/** The full Chromium with its popup blocker on, for tests of blocked popups and of crashed tabs. */
export const fullChromium: LaunchOptions = {
  executablePath: chromium,
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  // Playwright turns the popup blocker off. In users' browsers it is on.
  ignoreDefaultArgs: ['--disable-popup-blocking'],
};

/**
 * The browser of all other tests: Chromium's headless shell, the same engine without the browser UI, which runs a payment
 * about three times faster. It has no popup blocker. Falls back to the full Chromium if no headless shell is installed.
 */
export const launchOptions: LaunchOptions = { ...fullChromium, executablePath: headlessShell ?? chromium };
