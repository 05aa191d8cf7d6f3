import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installPackages } from './packages.js';
import { fail } from './run.js';

// Debian keeps every version in a folder of its own, and none of them in PATH.
const debian = '/usr/lib/postgresql';

/**
 * Finds a PostgreSQL server for the tests, and installs one where there is none.
 *
 * @returns {Promise<string>} the folder of its programs
 */
export async function findPostgres() {
  const given = process.env.POSTGRES_BIN;
  if (given && !isComplete(given)) fail(`POSTGRES_BIN is ${given}, and there is no initdb and postgres in it.`);
  const found = given || look();
  if (found) return found;
  if (!canInstall()) {
    fail(
      'The tests need the programs of PostgreSQL (initdb and postgres; no server has to run), and there are none here.\n' +
        'Install them (Debian and Ubuntu: sudo apt-get install postgresql; macOS: brew install postgresql), or say where\n' +
        'yours are: POSTGRES_BIN=/path/to/bin npm test',
    );
  }
  await installPackages(['postgresql'], 'PostgreSQL');
  return look() ?? fail('PostgreSQL was installed, and its programs are not where Debian puts them. Set POSTGRES_BIN.');
}

function look() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)].find(isComplete);
}

const isComplete = (folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
