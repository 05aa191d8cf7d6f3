import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes that a process has started, and those that they have started, by their numbers. Without Windows. */
export function findDescendants(pid) {
  const parents = existsSync('/proc/self/stat') ? readProc() : readPs();
  const found = [pid];
  // Grows while it is walked.
  for (const parent of found) found.push(...parents.filter((row) => row.parent === parent).map((row) => row.pid));
  return found.slice(1);
}

/** Sends a signal to each of these processes that is still there. */
export function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

// Read here rather than by `ps`, which small Debian images lack.
function readProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of the program comes before it, in brackets, and may hold anything.
        const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
}

function readPs() {
  if (process.platform === 'win32') return [];
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid, parent]) => ({ pid, parent }));
}
