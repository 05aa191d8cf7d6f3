// llms.txt and llms-full.txt: the documentation for language models, as an index and as one text. Both travel in the package.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../run.js';
import { listPages, withoutNavigation } from './support/pages.js';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Long tables that a model does not need at once. The index links to them. */
const LINKED_ONLY = ['docs/failure-modes.md', 'docs/message-spoofing.md', 'docs/size.md', 'docs/api/README.md'];

/** Returns both files. */
export function makePage() {
  return [
    { path: 'llms.txt', text: writeIndex() },
    { path: 'llms-full.txt', text: writeWhole() },
  ];
}

function writeIndex() {
  const { description } = JSON.parse(read('package.json'));
  const index = read('docs/README.md');
  return `# react-instead-pay

> ${description}. Unofficial.

${sectionOf(index, 'Rules')}

## Entries

${listEntries()}

## Guides

${fromRoot(sectionOf(index, 'Guides'))}

## Reference

${fromRoot(sectionOf(index, 'Reference'))}

## Optional

- [README](README.md): Next.js and Vite, from an empty folder to a paid test order
- [README in Korean](README.ko.md), [documentation in Korean](docs/ko/README.md)
- [Security](SECURITY.md): what is trusted, and what is not
- [Contributing](CONTRIBUTING.md): where a change goes
- [Changelog](CHANGELOG.md)
`;
}

/** Returns the text below a heading of the second level. */
function sectionOf(text, title) {
  const [, section] = text.split(new RegExp(`^## ${title}$`, 'm'));
  return section.split(/^## |^---$/m)[0].trim();
}

const fromRoot = (text) => text.replace(/\]\((?!https?:)([^)]+)\)/g, (_, path) => `](${posix.join('docs', path)})`);

/** Returns the entries of the package with the values that each exports. */
function listEntries() {
  return read('docs/api/README.md')
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [, name, page] = /^\[`(.+?)`\]\((.+?)\)/.exec(text);
      const values = /^- (?!Types)(.+)$/m.exec(text)?.[1] ?? '';
      return `- [\`${name}\`](docs/api/${page}): ${values.replace(/\]\([^)]+\)/g, '').replaceAll('[', '')}`;
    })
    .join('\n');
}

function writeWhole() {
  const pages = listPages().filter((path) => !LINKED_ONLY.includes(path) && existsSync(join(root, path)));
  const texts = ['README.md', ...pages].map((path) => {
    const text = withoutNavigation(withoutPictures(read(path)))
      .replace(/^<!--[\s\S]*?-->\n*/m, '')
      .replace(/<a id="[^"]+"><\/a> /g, '')
      // One text has no links between pages.
      .replace(/(?<!!)\[((?:`[^`]*`|[^\]`])*)\]\((?!https?:)[^)]+\)/g, '$1');
    return `<!-- ${path} -->\n\n${text.trim()}\n`;
  });
  return texts.join('\n');
}

const withoutPictures = (text) => text.replace(/^\[!\[.*$\n*/gm, '').replace(/^!\[([^\]]*)\]\([^)]+\)$/gm, '$1');
