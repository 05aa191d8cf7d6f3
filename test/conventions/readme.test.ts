import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { EXCEPTIONS, LAYERS, type Layer } from './layers.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const english = read('README.md');
const korean = read('README.ko.md');
const both = [
  ['README.md', english],
  ['README.ko.md', korean],
] as const;

const headings = (text: string) => withoutCode(text).match(/^#+ .+$/gm) ?? [];
const codeBlocks = (text: string) =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({ language, code: code! }));
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '');
/** The rows of the tables, cell by cell. */
const rows = (text: string) =>
  [...withoutCode(text).matchAll(/^\|(.+)\|$/gm)].map(([, row]) => row!.split('|').map((cell) => cell.trim()));
const firstCells = (text: string) => rows(text).map(([first]) => first!.replaceAll('`', ''));

const codes = [...read('src/errors.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code!);
const statuses = ['idle', 'preparing', 'requesting', 'open', 'sent', 'cancelled', 'failed'];

test('the two READMEs have the same headings, in the same order and depth', () => {
  const depth = (heading: string) => heading.match(/^#+/)![0].length;
  expect(headings(korean).map(depth)).toEqual(headings(english).map(depth));
});

test('the two READMEs show the same code, except for its comments', () => {
  const withoutComments = (text: string) =>
    codeBlocks(text)
      .filter(({ language }) => language !== 'mermaid')
      .map(({ language, code }) => ({ language, code: code.replace(/(^|\s)\s*(\/\/|#) .*$/gm, '$1') }));
  expect(withoutComments(korean)).toEqual(withoutComments(english));
});

test('the two READMEs have the same diagram, each in its own language', () => {
  const arrows = (text: string) =>
    codeBlocks(text)
      .filter(({ language }) => language === 'mermaid')
      .map(({ code }) => code.match(/^ *(?:actor \w+|participant \w+|\w+-+>>\w+|Note over \w+,\w+)/gm));
  expect(arrows(english)[0]).toHaveLength(17);
  expect(arrows(korean)).toEqual(arrows(english));
});

test('the two READMEs have the same tables, row by row', () => {
  const ids = (text: string) =>
    rows(text)
      .flat()
      .flatMap((cell) => cell.match(/`[^`]+`/g) ?? [])
      .sort();
  expect(ids(korean)).toEqual(ids(english));
  expect(rows(korean)).toHaveLength(rows(english).length);
});

describe.each(both)('%s', (_, text) => {
  test('lists every error code', () => {
    expect(codes.length).toBeGreaterThan(9);
    expect(firstCells(text).filter((cell) => codes.includes(cell))).toEqual(codes);
  });

  test('lists every status', () => {
    expect(
      firstCells(text)
        .filter((cell) => statuses.includes(cell))
        .slice(0, -1),
    ).toEqual(expect.arrayContaining(statuses.slice(0, -1)));
  });

  test('has the import table of the layer test', () => {
    for (const [name, layer] of Object.entries(LAYERS) as [string, Layer][]) {
      const row = rows(text).find(([first]) => first === name);
      const may = [...(row?.[1] ?? '').matchAll(/([a-z]+)( \((?:types|타입|the provider only|Provider만)\))?/g)].map(
        ([whole]) => whole,
      );
      const exceptions = Object.entries(EXCEPTIONS)
        .filter(([path]) => path.startsWith(`${name}/`))
        .flatMap(([, names]) => names);
      const expected = [...layer.values, ...(layer.types ?? []), ...exceptions];
      const named = may.map((entry) => entry.split(' ')[0]).filter((entry) => entry !== 'nothing');
      expect(named, name).toEqual(expected);
    }
  });

  test('names only files that exist', () => {
    for (const [, path] of text.matchAll(/\]\(((?!http|#)[^)]+)\)/g))
      expect(existsSync(new URL(path!, root)), path).toBe(true);
  });

  test('names exactly the custom properties of the styles', () => {
    const named = [...new Set(text.match(/--instead-[a-z-]+/g))].sort();
    expect(named).toEqual([...new Set(read('src/ui/styles.css').match(/--instead-[a-z-]+/g))].sort());
  });
});

test('llms.txt names every export of the client and the server, and only files that exist', () => {
  const text = read('llms.txt');
  for (const [, path] of text.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(new URL(path!, root)), path).toBe(true);
  const values = ['src/index.ts', 'src/server/index.ts', 'src/testing/index.ts'].flatMap((file) =>
    [...read(file).matchAll(/^export \{([^}]+)\}/gm)].flatMap(([, names]) =>
      names!.split(',').filter((name) => !name.includes('type ')),
    ),
  );
  expect(values.length).toBeGreaterThan(10);
  for (const name of values) if (name.trim() !== 'InsteadError' && name.trim()) expect(text).toContain(name.trim());
});

test('the first block compiles against the package’s own types', () => {
  const first = codeBlocks(english)[0]!.code;
  const file = new URL('test/conventions/first-block.tsx', root).pathname;
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(new URL('tsconfig.json', root).pathname, (path) => readFileSync(path, 'utf8')).config,
    ts.sys,
    new URL('.', root).pathname,
  );
  const options: ts.CompilerOptions = { ...config.options, types: [], noEmit: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? first : readFile(path));
  host.getSourceFile = (path, target) =>
    path === file ? ts.createSourceFile(path, first, target) : getSourceFile.call(host, path, target);
  const program = ts.createProgram([file], options, host);
  const found = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(found.filter((message) => !message.includes('styles.css'))).toEqual([]);
});
