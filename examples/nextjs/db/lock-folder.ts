import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Keeps a second process out of a folder of the embedded database, which it would destroy. Returns the cleanup function.
 *
 * @throws when another process that is alive has it
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  const unlock = () => rmSync(file, { force: true });
  for (let attempt = 1; ; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (attempt > 1 || isAlive(owner)) {
        throw new Error(
          `The database in ${folder} is open in process ${owner}, and it bears one at a time. Stop that one, give this one ` +
            `its own folder (PGLITE_DATA_DIR), or use a PostgreSQL (DATABASE_URL). If there is no such shop, delete ${file}.`,
          { cause: error },
        );
      }
      // Left behind by a process that was killed.
      unlock();
    }
  }
  process.once('exit', unlock);
  return () => {
    process.off('exit', unlock);
    unlock();
  };
}

function isAlive(pid: number): boolean {
  // In a container, every start has the same number.
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
