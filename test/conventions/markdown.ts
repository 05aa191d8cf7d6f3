import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface CodeBlock {
  /** `tsx`, `sh`, `mermaid` …; empty without one. */
  language: string;
  /** The path in the comment on the first line, such as `app/page.tsx`. */
  file: string | undefined;
  code: string;
}

export const readPage = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Returns the paths of the pages of a folder, below the repository's root. */
export const listMarkdown = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

export const isGenerated = (path: string): boolean =>
  /<!-- (Generated|Made) by `npm run docs`|This page is generated from the tests/.test(readPage(path));

export const readCodeBlocks = (text: string): CodeBlock[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    file: /^(?:\/\*\*.*\n|---\n)?(?:\/\/|--|\/\*) ([\w@./[\]-]+\.\w+)(?: \*\/)?\n/.exec(code!)?.[1],
    code: code!,
  }));

export const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

export const headingsOf = (text: string): { depth: number; title: string }[] =>
  [...withoutCode(text).matchAll(/^(#+) (.+)$/gm)].map(([, depth, title]) => ({ depth: depth!.length, title: title! }));

/** The rows of the tables, cell by cell. */
export const rowsOf = (text: string): string[][] =>
  [...withoutCode(text).matchAll(/^\|(.+)\|$/gm)].map(([, row]) => row!.split(/(?<!\\)\|/).map((cell) => cell.trim()));

/** Returns code without its comments, which each language has in its own words. */
export const withoutComments = (code: string): string =>
  code
    .split('\n')
    .map((line) => line.replace(/(^|\s)\s*(\/\/|--|#) .*$/, '$1').trimEnd())
    .filter(Boolean)
    .join('\n');
