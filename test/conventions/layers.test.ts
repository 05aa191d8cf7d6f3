import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXCEPTIONS, GLOBALS, LAYERS, PACKAGES, PAGE_LAYERS, type Layer } from './layers.ts';
import { readSource, readSources, targetOf, type SourceFile } from './source.ts';

/** The imports of a file that its layer does not allow. */
function findForbiddenImports(file: SourceFile): string[] {
  if (file.path === 'index.ts') return [];
  const layer: Layer | undefined = LAYERS[file.layer as keyof typeof LAYERS];
  if (!layer) return [`${file.path} is in no layer`];
  const values = [file.layer, ...layer.values, ...(EXCEPTIONS[file.path] ?? [])];
  const packages = PACKAGES[file.path] ?? PACKAGES[file.layer] ?? [];
  return file.imports.flatMap((each) => {
    const target = targetOf(file, each);
    const isAllowed =
      'package' in target
        ? packages.some((pattern) => pattern.test(target.package))
        : values.includes(target.layer) || (each.isType && layer.types?.includes(target.layer));
    return isAllowed ? [] : [`${file.path} imports ${each.isType ? 'the type of ' : ''}${each.from}`];
  });
}

const sources = readSources();

test.each(sources)('$path imports only what its layer allows', (file) => {
  expect(findForbiddenImports(file)).toEqual([]);
});

test('errors and protocol import nothing from outside', () => {
  for (const file of sources.filter(({ layer }) => layer === 'errors' || layer === 'protocol')) {
    for (const each of file.imports) expect(each.from, file.path).toMatch(/^\.\/[a-z-]+\.ts$/);
  }
});

test.each(sources.filter(({ layer }) => !PAGE_LAYERS.includes(layer)))(
  '$path names neither window nor document',
  (file) => {
    const names = [
      'window',
      'document',
      'globalThis',
      'self',
      'navigator',
      'location',
      'sessionStorage',
      'localStorage',
    ];
    const found = names.filter((name) => file.names.has(name));
    expect(found).toEqual(GLOBALS[file.path] ?? []);
  },
);

test('every layer is in the table', () => {
  const layers = new Set(sources.map(({ layer }) => layer).filter((layer) => layer !== 'index'));
  expect(Object.keys(LAYERS)).toEqual(expect.arrayContaining([...layers]));
});

/** Returns the paths of a circular import, or nothing. */
function findCycle(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { from } of byPath.get(path)?.imports ?? []) {
      if (!from.startsWith('.')) continue;
      const cycle = visit(join(dirname(path), from), [...trail, path]);
      if (cycle.length) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle.length) return cycle;
  }
  return [];
}

test('no files import each other in a circle', () => {
  expect(findCycle(sources)).toEqual([]);
});

test('a circular import is detected', () => {
  const circle = [
    readSource('ui/a.ts', "import { b } from './b.ts';"),
    readSource('ui/b.ts', "import type { C } from '../react/c.ts';"),
    readSource('react/c.ts', "import { a } from '../ui/a.ts';"),
  ];
  expect(findCycle(circle)).toEqual(['ui/a.ts', 'ui/b.ts', 'react/c.ts', 'ui/a.ts']);
});

describe('an import that a layer does not allow is detected', () => {
  test.each([
    ['ui/x.ts', "import { requestToken } from '../sdk/request-token.ts';"],
    ['ui/x.ts', "import type { ScriptFrame } from '../sdk/script-frame.ts';"],
    ['ui/x.ts', "import { readScriptMessage } from '../protocol/script-message.ts';"],
    ['ui/x.ts', "export * from '../protocol/script-message.ts';"],
    ['react/x.ts', "import '../sdk/request-token.ts';"],
    ['react/x.ts', "const load = () => import('../sdk/request-token.ts');"],
    ['react/x.ts', "import { createPortal } from 'react-dom';"],
    ['react/x.ts', "import { PayButton } from 'react-instead-pay';"],
    ['react/x.ts', "import { PayButton } from '../index.ts';"],
    ['payment/x.ts', "import { useState } from 'react';"],
    ['payment/x.ts', "let frame: import('../sdk/script-frame.ts').ScriptFrame;"],
    ['protocol/x.ts', "import { InsteadError } from '../errors.ts';"],
    ['server/x.ts', "export { transition } from '../payment/transition.ts';"],
    ['utils/x.ts', "import '../errors.ts';"],
  ])('%s: %s', (path, text) => {
    expect(findForbiddenImports(readSource(path, text))).toHaveLength(1);
  });

  test.each([
    ['ui/x.ts', "import type { PayItem } from '../protocol/pay-request.ts';"],
    ['ui/x.ts', "import { type PayItem } from '../protocol/pay-request.ts';"],
    ['react/instead-provider.tsx', "import { requestToken } from '../sdk/request-token.ts';"],
    ['react/preload-script.ts', "import * as ReactDOM from 'react-dom';"],
  ])('an import that a layer allows is accepted: %s: %s', (path, text) => {
    expect(findForbiddenImports(readSource(path, text))).toEqual([]);
  });

  test.each([
    ['window.open()', true],
    ['typeof window', true],
    ['const { body } = document', true],
    ['f({ window })', true],
    ['frame.window.open()', false],
    ['f({ window: made })', false],
    ['const { window: made } = frame', false],
    ["'window'", false],
    ['// window', false],
  ])('the use of a global is detected: %s: %s', (text, isNamed) => {
    const { names } = readSource('ui/x.ts', text);
    expect(names.has('window') || names.has('document')).toBe(isNamed);
  });
});
