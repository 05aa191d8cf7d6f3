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

/** The complete Chromium with its popup blocker on: the judge of whether a popup opens, and of what a crashed tab leaves. */
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
  // Playwright turns the popup blocker off. Our users have it on.
  ignoreDefaultArgs: ['--disable-popup-blocking'],
};

/**
 * What every other test runs in: Chromium's headless shell, which is the same engine without the browser around it and
 * runs a payment about three times faster. It has no popup blocker. Without a shell on this machine: the complete one.
 */
export const launchOptions: LaunchOptions = { ...fullChromium, executablePath: headlessShell ?? chromium };
