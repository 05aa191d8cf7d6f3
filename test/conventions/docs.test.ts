// Long because each page has tables, and each of them is compared with the code.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePage as makeNavigation } from '../../scripts/docs/navigation.js';
import { listPages } from '../../scripts/docs/support/pages.js';
import { InsteadError } from '../../src/errors.ts';
import { en } from '../../src/locales/index.ts';
import { statusText } from '../../src/ui/labels.ts';
import { ATTRIBUTES, CUSTOM_PROPERTIES } from '../../src/ui/attributes.ts';
import { EXCEPTIONS, LAYERS, type Layer } from './layers.ts';
import {
  headingsOf,
  isGenerated,
  listMarkdown,
  readCodeBlocks,
  readPage,
  ROOT,
  rowsOf,
  withoutComments,
} from './markdown.ts';
import { readSources, type SourceFile } from './source.ts';

const LIMIT = 150;
const INDEX = 'docs/README.md';
const KOREAN_INDEX = 'docs/ko/README.md';
const all = listMarkdown('docs').filter((path) => path !== INDEX && path !== KOREAN_INDEX);
const korean = all.filter((path) => path.startsWith('docs/ko/'));
const english = all.filter((path) => !korean.includes(path));

const firstCells = (path: string) => rowsOf(readPage(path)).map(([first]) => first!.replaceAll('`', ''));
const namesIn = (path: string, pattern: RegExp) => [...readPage(path).matchAll(pattern)].map(([, name]) => name!);

describe('the index', () => {
  test('lists every page of docs/ once', () => {
    expect([...listPages()].sort()).toEqual(english);
    expect([...listPages(KOREAN_INDEX)].sort()).toEqual(korean);
  });

  test.each(makeNavigation() as { path: string; text: string }[])(
    '$path ends with links to the index and its neighbors',
    ({ path, text }) => {
      // `npm run docs` writes them.
      expect(readPage(path)).toBe(text);
      expect(text).toMatch(/\n---\n\n\[.+\]\(.+\)\n$/);
    },
  );
});

test.each(all.filter((path) => !isGenerated(path)))(`%s has one title and at most ${LIMIT} lines`, (path) => {
  const text = readPage(path);
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(LIMIT);
  expect(headingsOf(text).filter(({ depth }) => depth === 1)).toHaveLength(1);
});

test.each(all)('%s has no rule but the one above its links, and no heading that skips a level', (path) => {
  const depths = headingsOf(readPage(path)).map(({ depth }) => depth);
  depths.forEach((depth, index) => expect(depth - (depths[index - 1] ?? 0)).toBeLessThanOrEqual(1));
});

describe('the Korean pages', () => {
  test.each(korean)('%s has the headings of the English page, level by level', (path) => {
    const depths = (page: string) => headingsOf(readPage(page)).map(({ depth }) => depth);
    expect(depths(path)).toEqual(depths(path.replace('docs/ko/', 'docs/')));
  });

  test.each(korean)('%s has the code of the English page, comments aside', (path) => {
    const codeOf = (page: string) =>
      readCodeBlocks(readPage(page)).map(({ language, file, code }) => ({
        language,
        file,
        code: withoutComments(code),
      }));
    expect(codeOf(path)).toEqual(codeOf(path.replace('docs/ko/', 'docs/')));
  });

  test.each(korean)('%s has as many rows in its tables, with the same code in them', (path) => {
    const ids = (page: string) =>
      rowsOf(readPage(page)).map((cells) => cells.flatMap((cell) => cell.match(/`[^`]+`/g) ?? []).sort());
    expect(ids(path)).toEqual(ids(path.replace('docs/ko/', 'docs/')));
  });

  test('the words of software are plain', () => {
    for (const path of [...korean, KOREAN_INDEX, 'README.ko.md'])
      expect(readPage(path), path).not.toMatch(
        /훅이 (말|듣)|가게|통보|가장 나쁜|앱 안의 브라우저|누가 아나요|습니다\./,
      );
  });
});

describe('docs/errors.md', () => {
  const codes = namesIn('src/errors.ts', /^ {2}\| '(\w+)'/gm);
  test('lists every error code, in the order of the type', () => {
    expect(codes.length).toBeGreaterThan(9);
    expect([...new Set(firstCells('docs/errors.md').filter((cell) => codes.includes(cell)))].sort()).toEqual(
      [...codes].sort(),
    );
  });
  test('lists every field of a request', () => {
    const fields = namesIn('src/protocol/pay-request.ts', /^ {2}(\w+)\??: /gm).filter((name) => name !== 'request_cb');
    const listed = firstCells('docs/errors.md').flatMap((cell) => cell.split(', '));
    expect(listed).toEqual(expect.arrayContaining(fields));
  });
});

test('docs/custom-button.md lists every status of a payment', () => {
  const statuses = ['idle', 'preparing', 'requesting', 'open', 'sent', 'cancelled', 'failed'];
  expect(firstCells('docs/custom-button.md').filter((cell) => statuses.includes(cell))).toEqual(statuses);
});

test('docs/order-status.md lists every status of an order', () => {
  const [, type] = /export type OrderStatus = ([^;]+);/.exec(readPage('src/order/order-report.ts'))!;
  const statuses = type!.split('|').map((each) => each.trim().replaceAll("'", ''));
  expect(firstCells('docs/order-status.md')).toEqual(expect.arrayContaining(statuses));
});

test('docs/styling.md lists exactly the custom properties and attributes of the components', () => {
  const cells = firstCells('docs/styling.md');
  expect(cells.filter((cell) => cell.startsWith('--instead')).sort()).toEqual([...CUSTOM_PROPERTIES].sort());
  expect(cells.filter((cell) => cell.startsWith('data-'))).toEqual([...ATTRIBUTES]);
});

test('docs/styling.md shows the button in every status, and describes the picture in its words', () => {
  const [, alt, path] = /^!\[([^\]]+)\]\((images\/[^)]+\.png)\)$/m.exec(readPage('docs/styling.md'))!;
  const error = new InsteadError('popup_blocked');
  for (const output of [
    statusText({ status: 'preparing' }, en),
    statusText({ status: 'open', merchantUid: '1' }, en),
    statusText({ status: 'sent', merchantUid: '1', method: 'kakao' }, en),
    statusText({ status: 'cancelled', reason: 'user_cancelled' }, en),
    statusText({ status: 'failed', error }, en),
  ])
    expect(alt).toContain(`“${output.children}”`);
  const picture = readFileSync(join(ROOT, 'docs', path!));
  expect(picture.toString('latin1', 1, 4)).toBe('PNG');
  expect(picture.length).toBeLessThan(150_000);
});

test('docs/in-app-browsers.md lists every app that is detected', () => {
  const apps = namesIn('src/protocol/in-app-browser.ts', /^ {2}\['(\w+)'/gm);
  expect(firstCells('docs/in-app-browsers.md').filter((cell) => apps.includes(cell))).toEqual(apps);
});

test('docs/emulator.md lists every option of the command', () => {
  const options = namesIn('src/emulator/command-line.ts', /^ {2}(--[\w-]+) /gm).filter((name) => name !== '--help');
  expect(firstCells('docs/emulator.md').filter((cell) => /^--\w/.test(cell))).toEqual(options);
});

test('docs/security-headers.md has the addresses and the hash that the library loads', () => {
  const text = readPage('docs/security-headers.md');
  const source = readPage('src/protocol/endpoints.ts');
  const pinned = source.match(/https:\/\/[^']+\.js|sha384-[^']+/g)!;
  expect(pinned).toHaveLength(3);
  for (const each of pinned) expect(text).toContain(each);
});

describe('docs/architecture.md', () => {
  const text = readPage('docs/architecture.md');
  const rows = rowsOf(text);
  const sources = new Map<string, SourceFile>(readSources().map((file) => [file.path, file]));

  test.each(Object.entries(LAYERS) as [string, Layer][])('has the rule of the layer %s', (name, layer) => {
    const row = rows.find(([first]) => first === name);
    const exceptions = Object.entries(EXCEPTIONS)
      .filter(([path]) => path.startsWith(`${name}/`))
      .flatMap(([, names]) => names);
    const named = row![1]!.split(', ').map((entry) => entry.split(' ')[0]);
    expect(named.filter((entry) => entry !== 'nothing').sort()).toEqual(
      [...layer.values, ...exceptions, ...(layer.types ?? [])].sort(),
    );
  });

  test('draws imports that exist, and no others', () => {
    const arrows = readCodeBlocks(text)
      .filter(({ language }) => language === 'mermaid')
      .flatMap(({ code }) => readArrows(code));
    expect(arrows.length).toBeGreaterThan(25);
    const wrong = arrows.filter(([from, to]) => {
      const imports = sources.get(from)?.imports ?? [];
      return !imports.some((each) => posix.join(dirname(from), each.from) === to);
    });
    expect(wrong).toEqual([]);
  });

  test('names only files and folders that exist', () => {
    for (const [, path] of text.matchAll(/`((?:src|test|docs|stories|examples|scripts)\/[\w/.-]+)`/g))
      expect(existsSync(join(ROOT, path!)), path).toBe(true);
    const names = [...sources.keys()].map((path) => posix.basename(path));
    for (const [, name] of text.matchAll(/`([\w-]+\.tsx?)`/g)) expect(names).toContain(name);
  });
});

/** Returns the arrows of a Mermaid flowchart, each as the paths of its two files. */
function readArrows(code: string): [from: string, to: string][] {
  const paths = new Map([...code.matchAll(/(\w+)\["([^"]+)"\]/g)].map(([, id, path]) => [id!, path!]));
  return [...code.matchAll(/^ *(\w+)(?:\[[^\]]*\])? --> (\w+)/gm)].map(([, from, to]) => [
    paths.get(from!)!,
    paths.get(to!)!,
  ]);
}

test('an arrow of a diagram is read as two files', () => {
  expect(readArrows('flowchart TD\n  a["ui/a.ts"] --> b["ui/b.ts"]\n  b --> a\n')).toEqual([
    ['ui/a.ts', 'ui/b.ts'],
    ['ui/b.ts', 'ui/a.ts'],
  ]);
});
