// The links at the end of each page of docs/ to the page before it and the page after it, in the order of the index.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.js';
import { listPages, withNavigation } from './support/pages.js';

/** Returns every page with its links. */
export function makePage() {
  return [...listPages(), ...listPages('docs/ko/README.md')]
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: withNavigation(path, readFileSync(join(root, path), 'utf8')) }));
}
