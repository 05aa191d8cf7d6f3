import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, log } from './run.js';

/** Whether packages can be installed here: as root, on Debian or a system that is based on it. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

export async function installPackages(names, what) {
  log(`Installing ${what} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
}

/** Every path at which a command of one of these names may be. */
export function placesOf(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first one that exists and prints its version. On Ubuntu some only print that they have to be installed in another way. */
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
