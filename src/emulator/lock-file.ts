import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The locks that this process holds. */
const held = new Set<string>();

/**
 * Locks a data file for this process: two emulators would overwrite each other's payments. The lock is a file beside it with the
 * number of the process. That of a process that is gone is taken over. Returns the function that unlocks; the end of the process
 * does so as well.
 *
 * @throws `Error` if another process, or this one, holds the lock.
 */
export function lockFile(path: string): () => void {
  const lock = resolve(`${path}.lock`);
  if (!create(lock)) {
    const holder = readHolder(lock);
    if (holder !== null && isHeld(lock, holder)) {
      throw new Error(
        `another emulator (process ${holder}) uses it, and the two would overwrite each other's payments. Stop that one, or choose another file. If none is running, delete ${lock}.`,
      );
    }
    remove(lock);
    // Between the two, another emulator may have taken the lock over.
    if (!create(lock)) throw new Error('another emulator has just opened it. Choose another file.');
  }
  held.add(lock);
  process.once('exit', unlock);
  return unlock;

  function unlock(): void {
    process.off('exit', unlock);
    if (held.delete(lock)) remove(lock);
  }
}

function create(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Returns the number of the process, or `null` for a lock that was cut off while it was written, or removed since. */
function readHolder(lock: string): number | null {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isHeld(lock: string, holder: number): boolean {
  // In a container that was restarted, a process of before had the same number.
  if (holder === process.pid) return held.has(lock);
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // It belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(lock: string): void {
  try {
    unlinkSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
