import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { EXPORTS } from './exports.ts';

const typeTests = join(import.meta.dirname, '../types/names');
const toPackage = (path: string) =>
  path.replace(/^src(?:\/(\w+))?\/index\.ts$/, 'react-instead-pay/$1').replace(/\/$/, '');

test.each(Object.entries(EXPORTS))('%s has a type test for each name', (path, { values, types }) => {
  const tested = readdirSync(typeTests).flatMap((name) =>
    findTestedNames(readFileSync(join(typeTests, name), 'utf8'), toPackage(path)),
  );
  expect([...values, ...types].filter((name) => !tested.includes(name))).toEqual([]);
});

test('a name that is only imported has no type test', () => {
  const text = `import { Pay, PayState, type PayItem as Item } from 'react-instead-pay';
    expectTypeOf<Pay>().toEqualTypeOf<Item>();`;
  expect(findTestedNames(text, 'react-instead-pay')).toEqual(['Pay', 'PayItem']);
  expect(findTestedNames(text, 'react-instead-pay/server')).toEqual([]);
});

/** Returns the names of an entry that the statements with `expectTypeOf` in a type test contain. */
function findTestedNames(text: string, entry: string): string[] {
  const source = ts.createSourceFile('names.ts', text, ts.ScriptTarget.Latest);
  const exported = new Map<string, string>();
  const tested = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if ((statement.moduleSpecifier as ts.StringLiteral).text !== entry || !bindings || !ts.isNamedImports(bindings))
        continue;
      for (const { name, propertyName } of bindings.elements) exported.set(name.text, (propertyName ?? name).text);
    } else if (statement.getText(source).startsWith('expectTypeOf')) {
      ts.forEachChild(statement, function visit(node) {
        const name = ts.isIdentifier(node) && exported.get(node.text);
        if (name) tested.add(name);
        ts.forEachChild(node, visit);
      });
    }
  }
  return [...tested];
}
