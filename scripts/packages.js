import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, log } from './run.js';

/** Whether packages may be installed here: as root, on Debian or what comes of it. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

export async function installPackages(names, what) {
  log(`Installing ${what} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
}

/** Every place at which a command of one of these names may be. */
export function placesOf(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first that is there and says its version. On Ubuntu some only say that they want to be installed in another way. */
export const firstThatStarts = (paths) => paths.find((path) => existsSync(path) && starts(path));

function starts(path) {
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return false;
  }
}
