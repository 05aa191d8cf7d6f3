import ts from 'typescript';
import { expect, test } from 'vitest';
import { EXPORTS } from './exports.ts';

const program = ts.createProgram(Object.keys(EXPORTS), {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

test.each(Object.entries(EXPORTS))('%s exports exactly these names', (path, expected) => {
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!);
  const isValue = (symbol: ts.Symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (target.flags & ts.SymbolFlags.Value) !== 0;
  };
  const names = (kind: boolean) =>
    symbols
      .filter((symbol) => isValue(symbol) === kind)
      .map(({ name }) => name)
      .sort();
  expect({ values: names(true), types: names(false) }).toEqual(expected);
});
