import { expect, test } from 'vitest';
import { listFiles, readSource, readSources, readText } from './source.ts';

const sources = readSources();
const LIMIT = 150;

const lengthOf = (text: string) => text.trimEnd().split('\n').length;

test.each(listFiles())(`%s has at most ${LIMIT} lines, or gives a reason`, (path) => {
  const text = readText(path);
  const [first = ''] = text.split('\n');
  if (lengthOf(text) > LIMIT) expect(first).toMatch(/^(\/\/|\/\*) Long because \S+ \S+/);
  else expect(first, 'a file that is not long need not say so').not.toContain('Long because');
});

test('no file has a name that fits anything', () => {
  const drawers = listFiles().filter((path) =>
    /(^|\/)(utils?|helpers?|common|shared|misc|types)(\/|\.tsx?$)/.test(path),
  );
  expect(drawers).toEqual([]);
});

test.each(listFiles().filter((path) => !path.endsWith('README.md')))('%s is kebab-case', (path) => {
  expect(path).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/);
});

test('only index.ts begins with "use client"', () => {
  const begins = ({ text }: { text: string }) => /^['"]use client['"];?\n/.test(text);
  expect(sources.filter(begins).map(({ path }) => path)).toEqual(['index.ts']);
  const names = ({ text }: { text: string }) => /^\s*['"]use (client|server)['"]/m.test(text);
  expect(sources.filter(names).map(({ path }) => path)).toEqual(['index.ts']);
});

test.each(sources)('$path has no default export', (file) => {
  expect(file.hasDefaultExport).toBe(false);
});

test('every form of a default export is detected', () => {
  const forms = [
    'export default 1',
    'export default function f() {}',
    'const a = 1; export { a as default }',
    'export default class {}',
  ];
  for (const text of forms) expect(readSource('x.ts', text).hasDefaultExport, text).toBe(true);
});

// A library that logs to the console of another site's page is noise.
const CONSOLE_USERS = [
  // Mistakes in the shop's own callbacks, where the browser has no `reportError`.
  'errors.ts',
  // A server's log, unless the shop gives `onError`.
  'server/webhook-handler.ts',
  'server/reconcile.ts',
  // A header that breaks every payment; only in development.
  'sdk/warn-of-isolation.ts',
  // A command-line program.
  'emulator/command.ts',
];

test.each(sources.filter(({ path }) => !CONSOLE_USERS.includes(path)))(
  '$path does not use the console',
  ({ names }) => {
    expect(names.has('console')).toBe(false);
  },
);

test('a use of the console is detected, and the script frame’s own console is not', () => {
  expect(readSource('x.ts', 'console.log(1)').names.has('console')).toBe(true);
  expect(readSource('x.ts', 'frame.console.log = () => {}').names.has('console')).toBe(false);
});
