// The pages of docs/ and docs/ko/, in the order of their indexes, and the links from each to its neighbors.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { root } from '../../run.js';

const INDEXES = { 'docs/README.md': 'All pages', 'docs/ko/README.md': '문서 목록' };

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Returns the paths of the pages that an index lists, in its order. Links to other folders are references, not pages. */
export function listPages(index = 'docs/README.md') {
  const folder = dirname(index);
  const links = [...read(index).matchAll(/^- .*?\]\(([^)#]+\.md)\)/gm)].map(([, path]) => posix.join(folder, path));
  return links.filter(
    (path) => path.startsWith(`${folder}/`) && (folder === 'docs/ko' || !path.startsWith('docs/ko/')),
  );
}

/** Returns the first heading of a page as plain text. */
export function titleOf(path) {
  const title = existsSync(join(root, path)) && /^# (.+)$/m.exec(read(path))?.[1];
  return (title || path).replaceAll('`', '');
}

/** Returns a page with the links to its index and its neighbors as the last line. */
export function withNavigation(path, text) {
  const found = Object.keys(INDEXES)
    .map((index) => ({ index, pages: listPages(index) }))
    .find(({ pages }) => pages.includes(path));
  if (!found) return text;
  const place = found.pages.indexOf(path);
  const link = (to, title) => `[${title}](${relative(dirname(path), to).replaceAll('\\', '/')})`;
  const [previous, next] = [found.pages[place - 1], found.pages[place + 1]];
  const links = [
    previous && link(previous, `← ${titleOf(previous)}`),
    link(found.index, INDEXES[found.index]),
    next && link(next, `${titleOf(next)} →`),
  ];
  return `${withoutNavigation(text)}\n\n---\n\n${links.filter(Boolean).join(' · ')}\n`;
}

/** Returns a page without that line. */
export const withoutNavigation = (text) => text.replace(/\n+---\n+\[[^\n]*\n*$/, '').trimEnd();
