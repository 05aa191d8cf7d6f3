import ts from 'typescript';
import { expect, test } from 'vitest';
import { publishedCode, readPublished } from './support/published.ts';

/** The directives that a file begins with. A string that comes after anything else is none. */
function readDirectives(text: string): string[] {
  const { statements } = ts.createSourceFile('x.js', text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    found.push(statement.expression.text);
  }
  return found;
}

test('what an app imports is for the client, in both formats', () => {
  expect(readDirectives(readPublished('dist/index.js'))).toEqual(['use client']);
  expect(readDirectives(readPublished('dist/index.cjs'))).toEqual(['use strict', 'use client']);
});

test('nothing else is: neither a server’s entry nor what the entries share', () => {
  const others = publishedCode().filter((path) => !/^dist\/index\.c?js$/.test(path));
  expect(others.length).toBeGreaterThan(6);
  // Not even as a text somewhere: a bundler may be less exact than the language.
  for (const path of others) expect(readPublished(path), path).not.toMatch(/['"`]use (client|server)['"`]/);
});

test('a directive is no longer one behind the first statement', () => {
  expect(readDirectives('"use strict"; var a = 1; "use client";')).toEqual(['use strict']);
});
