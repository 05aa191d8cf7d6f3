import ts from 'typescript';
import { expect, test } from 'vitest';
import { publishedCode, readPublished } from './support/published.ts';

/** The directives at the beginning of a file. A string after any other statement is none. */
function readDirectives(text: string): string[] {
  const { statements } = ts.createSourceFile('x.js', text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    found.push(statement.expression.text);
  }
  return found;
}

test('the client entry has the directive in both formats', () => {
  expect(readDirectives(readPublished('dist/index.js'))).toEqual(['use client']);
  expect(readDirectives(readPublished('dist/index.cjs'))).toEqual(['use strict', 'use client']);
});

test('no other file has it: neither a server entry nor a shared chunk', () => {
  const others = publishedCode().filter((path) => !/^dist\/index\.c?js$/.test(path));
  expect(others.length).toBeGreaterThan(6);
  // Not even in a string: a bundler may be less exact than the language.
  for (const path of others) expect(readPublished(path), path).not.toMatch(/['"`]use (client|server)['"`]/);
});

test('a string after the first statement is not read as a directive', () => {
  expect(readDirectives('"use strict"; var a = 1; "use client";')).toEqual(['use strict']);
});
