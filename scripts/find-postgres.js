import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installPackages } from './packages.js';
import { fail } from './run.js';

// Debian installs every version in a separate folder, and none of them in PATH.
const debian = '/usr/lib/postgresql';

/**
 * Finds a PostgreSQL server for the tests, and installs one if there is none.
 *
 * @returns {Promise<string>} the folder of its programs
 */
export async function findPostgres() {
  const given = process.env.POSTGRES_BIN;
  if (given && !isComplete(given)) fail(`POSTGRES_BIN is ${given}, but it contains no initdb and postgres.`);
  const found = given || look();
  if (found) return found;
  if (!canInstall()) {
    fail(
      'The tests need the programs of PostgreSQL (initdb and postgres; no server has to run), but they are not installed.\n' +
        'Install them (Debian and Ubuntu: sudo apt-get install postgresql; macOS: brew install postgresql), or set\n' +
        'the path: POSTGRES_BIN=/path/to/bin npm test',
    );
  }
  await installPackages(['postgresql'], 'PostgreSQL');
  return look() ?? fail('PostgreSQL was installed, but its programs are not where Debian puts them. Set POSTGRES_BIN.');
}

function look() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)].find(isComplete);
}

const isComplete = (folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
