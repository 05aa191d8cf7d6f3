import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, installPackages, placesOf } from './packages.js';
import { fail } from './run.js';

const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64', '/usr/lib'];
const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
const browsers = versions.flatMap((version) => folders.map((folder) => join(folder, version, 'MiniBrowser')));

/**
 * Looks for WebKitGTK, its driver and a display to show it on. Returns nothing if one of the three is missing.
 * @returns {{ driver: string, display: string, browser: string } | undefined}
 */
export function lookForWebkit() {
  const first = (paths) => paths.find((path) => existsSync(path));
  const driver = first(placesOf(['WebKitWebDriver']));
  const display = first(placesOf(['Xvfb']));
  const browser = first(browsers);
  return driver && display && browser ? { driver, display, browser } : undefined;
}

/** Finds them, and installs what is missing if that is possible. */
export async function findWebkit() {
  const found = lookForWebkit();
  if (found) return found;
  if (!canInstall()) {
    fail(
      'test:all needs WebKitGTK, its driver and Xvfb, which exist on Linux only. Install them, on Debian and Ubuntu with\n' +
        '  sudo apt-get install webkit2gtk-driver xvfb',
    );
  }
  await installPackages(['webkit2gtk-driver', 'xvfb'], 'WebKitGTK');
  return lookForWebkit() ?? fail('WebKitGTK was installed, but not in the expected place.');
}
