import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';

/**
 * Locks a folder of the embedded database for this process. A second process would destroy it. Returns the unlock function.
 *
 * The lock is a row of files beside the folder, `<folder>.lock.1`, `.2` and so on; the highest number counts. A lock is taken by
 * creating the next number, with a hard link: it fails if the file exists, and the file is complete from its first moment. So of
 * any number of processes that find the same stale lock, one gets the next number. Numbers only grow: an unlocked lock keeps its
 * file, and a slow process cannot take a number that has been passed.
 *
 * @throws when another process has the lock
 */
export function lockFolder(folder: string): () => void {
  for (;;) {
    const highest = findHighest(folder);
    const owner = highest === null ? null : readOwner(toFile(folder, highest));
    if (owner && isRunning(owner)) throw new Error(refusal(folder, owner.pid, toFile(folder, highest!)));
    const mine = (highest ?? 0) + 1;
    const file = toFile(folder, mine);
    if (!create(file, JSON.stringify(describe(process.pid)))) continue;
    // A process that stopped for a while between its look and its link may have made a number that has been passed.
    if (findHighest(folder) !== mine) {
      rmSync(file, { force: true });
      continue;
    }
    for (const number of listNumbers(folder)) if (number < mine) rmSync(toFile(folder, number), { force: true });
    const unlock = () => replace(file, '{}');
    process.once('exit', unlock);
    return () => {
      process.off('exit', unlock);
      unlock();
    };
  }
}

interface Owner {
  pid: number;
  /** Its start as the system reports it, where it does: the number may have been given to another process since. */
  startedAt?: string;
}

// The lock of earlier versions, `<folder>.lock`, is number 0.
const toFile = (folder: string, number: number): string => `${folder}.lock${number === 0 ? '' : `.${number}`}`;

function listNumbers(folder: string): number[] {
  const start = `${basename(folder)}.lock`;
  return readdirSync(dirname(folder))
    .filter((name) => name === start || (name.startsWith(`${start}.`) && /^\.[1-9]\d*$/.test(name.slice(start.length))))
    .map((name) => Number(name.slice(start.length + 1)));
}

const findHighest = (folder: string): number | null => listNumbers(folder).sort((a, b) => b - a)[0] ?? null;

/** Creates a file with its content at once. `false`: there is one. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, content: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch {
    // The folder is gone, and with it the lock.
  }
}

/** `null`: unlocked, or nothing that a process of this shop has written. */
function readOwner(file: string): Owner | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    // Earlier versions wrote only the number.
    const { pid, startedAt } = (typeof content === 'number' ? { pid: content } : content) as Partial<Owner>;
    return typeof pid === 'number' && pid > 0 ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

const describe = (pid: number): Owner => ({ pid, startedAt: readStart(pid) });

function readStart(pid: number): string | undefined {
  try {
    // After the program's name, which is in brackets and may hold anything: field 22 of the line is the 20th.
    const start = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return start && `${boot} ${start}`;
  } catch {
    // Linux only.
    return undefined;
  }
}

function isRunning({ pid, startedAt }: Owner): boolean {
  if (startedAt) {
    const now = readStart(pid);
    if (now) return now === startedAt;
  }
  // In a container, every start has the same number.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const refusal = (folder: string, pid: number, file: string): string =>
  `The database in ${folder} is open in process ${pid}. It supports one process at a time. Stop that one, give this one ` +
  `another folder (PGLITE_DATA_DIR), or use a PostgreSQL (DATABASE_URL). If no such shop is running, delete ${file}.`;
