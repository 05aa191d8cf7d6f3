import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDescendants, signalAll } from '../process-tree.js';
import { root } from '../run.js';

// A bundler looks for packages in the folders above: the apps that are built by tests lie within the project.
const appsFolder = join(root, 'test/.tmp');

/**
 * Opens the folder in which a test run keeps its temporary files. However the run ends, also by Ctrl-C or `kill`, it takes
 * along every process below this one, and the folder.
 */
export function openScratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-'));
  // PostgreSQL, which refuses to run as root, keeps its files in it as another user.
  chmodSync(folder, 0o711);
  mkdirSync(appsFolder, { recursive: true });
  process.on('exit', () => {
    // All at once and by force: none of them gets to restart what another one has lost.
    const children = findDescendants(process.pid);
    signalAll(children, 'SIGKILL');
    // Until the last of them has written its last file.
    if (children.length) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    for (const path of [folder, appsFolder]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  // npm starts this through a shell, which may be ended without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), 500).unref();
  return { folder, env: { TMPDIR: folder, TEMP: folder, TMP: folder } };
}
