import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

// Written by tools, and by the shop when it runs.
const notSources = new Set(['node_modules', '.next', 'next-env.d.ts', '.DS_Store', '.data']);

/** A hash of what is in files and folders. By content: a checkout changes every file's time, and a deleted file has none. */
export function fingerprint(base, paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of paths.flatMap((path) => filesIn(join(base, path))).sort()) {
    hash.update(`\0${relative(base, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !notSources.has(name) && !name.endsWith('.tsbuildinfo'))
    .flatMap((name) => filesIn(join(path, name)));
}
