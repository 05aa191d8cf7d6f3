import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headingsOf, listMarkdown, readCodeBlocks, readPage, ROOT, rowsOf, withoutComments } from './markdown.ts';

const english = readPage('README.md');
const korean = readPage('README.ko.md');
const both = [
  ['README.md', english],
  ['README.ko.md', korean],
] as const;

const pathsIn = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);

test('the two READMEs have the same headings, in the same order and depth', () => {
  const depths = (text: string) => headingsOf(text).map(({ depth }) => depth);
  expect(depths(korean)).toEqual(depths(english));
});

test('the two READMEs show the same code, except for its comments', () => {
  const codeOf = (text: string) =>
    readCodeBlocks(text).map(({ language, file, code }) => ({ language, file, code: withoutComments(code) }));
  expect(codeOf(korean)).toEqual(codeOf(english));
});

test('the two READMEs have as many list items and table rows', () => {
  const count = (text: string) => [text.match(/^- /gm)?.length, rowsOf(text).length];
  expect(count(korean)).toEqual(count(english));
});

describe.each(both)('%s', (file, text) => {
  test('is a landing page', () => {
    expect(text.split('\n').length).toBeLessThan(180);
  });

  test('names only files that exist', () => {
    for (const path of pathsIn(text)) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  test('has a moving picture of the flow, with a text that describes it, below 1.5 MB', () => {
    const [, alt, path] = /^!\[([^\]]+)\]\(([^)]+)\)$/m.exec(text)!;
    expect(alt!.length).toBeGreaterThan(60);
    expect(path).toMatch(/^docs\/images\/flow\.(en|ko)\.webp$/);
    expect(statSync(join(ROOT, path!)).size).toBeLessThan(1_500_000);
  });

  test('every block of code but the commands names its file', () => {
    const nameless = readCodeBlocks(text).filter((block) => block.language !== 'sh' && !block.file);
    expect(nameless).toEqual([]);
    expect(readCodeBlocks(text).filter((block) => block.file).length, file).toBeGreaterThan(4);
  });

  test('states that it is unofficial and that nothing has been published', () => {
    expect(text).toMatch(/unofficial|비공식/);
    expect(text).toMatch(/Nothing has been published|배포되지 않았어요/);
  });
});

test('a link of a README that leads nowhere is found', () => {
  expect(pathsIn('[a](docs/a.md#b) [c](https://x.example) [d](#e)')).toEqual(['docs/a.md']);
});

test('files that travel in the package link only to files that travel in it', () => {
  const { files } = JSON.parse(readPage('package.json')) as { files: string[] };
  const travels = (path: string) => files.some((each) => path === each || path.startsWith(`${each}/`));
  const pages = [...files.filter((each) => each.endsWith('.md')), ...listMarkdown('docs')];
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'README.ko.md', 'SECURITY.md', 'CONTRIBUTING.md']));
  for (const page of pages) {
    const lost = pathsIn(readPage(page)).filter((path) => !travels(posix.join(posix.dirname(page), path)));
    expect(lost, page).toEqual([]);
  }
});
