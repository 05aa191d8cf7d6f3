import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const SRC = resolve(import.meta.dirname, '../../src');

export interface Import {
  from: string;
  isType: boolean;
}

export interface SourceFile {
  /** Relative to `src/`: `react/use-instead.ts`. */
  path: string;
  layer: string;
  text: string;
  imports: Import[];
  /** Identifiers that refer to a declaration elsewhere: neither properties nor keys. */
  names: Set<string>;
  hasDefaultExport: boolean;
}

/** Every file in `src/`, of any kind. */
export const listFiles = (): string[] =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));

export const readText = (path: string): string => readFileSync(join(SRC, path), 'utf8');

export const readSources = (): SourceFile[] =>
  listFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path));

/** `errors.ts` is its own layer; `payment/state.ts` is in the layer `payment`. */
const toLayer = (path: string): string => path.split('/')[0]!.replace(/\.tsx?$/, '');

/** The target of an import: a layer of `src/`, or a package name. */
export function targetOf(file: SourceFile, { from }: Import): { layer: string } | { package: string } {
  if (!from.startsWith('.')) return { package: from };
  return { layer: toLayer(relative(SRC, resolve(SRC, dirname(file.path), from))) };
}

export function readSource(path: string, text = readText(path)): SourceFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const file: SourceFile = { path, layer: toLayer(path), text, imports: [], names: new Set(), hasDefaultExport: false };
  const visit = (node: ts.Node): void => {
    const found = readImport(node);
    if (found) file.imports.push(found);
    if (ts.isIdentifier(node) && isName(node)) file.names.add(node.text);
    if (ts.isExportAssignment(node) || (ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword)) {
      file.hasDefaultExport = true;
    }
    if (ts.isExportSpecifier(node) && node.name.text === 'default') file.hasDefaultExport = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return file;
}

function readImport(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return null;
    const isWhole = ts.isExportDeclaration(node)
      ? node.isTypeOnly
      : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { from: moduleSpecifier.text, isType: isWhole || hasTypesAlone(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { from: node.argument.literal.text, isType: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [from] = node.arguments;
    return { from: from && ts.isStringLiteral(from) ? from.text : '(computed)', isType: false };
  }
  return null;
}

/** `import { type A, type B } from …` */
function hasTypesAlone(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const bindings = ts.isExportDeclaration(node) ? node.exportClause : node.importClause?.namedBindings;
  if (!ts.isExportDeclaration(node) && node.importClause?.name) return false;
  if (!bindings || !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.right !== node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) {
    return parent.name !== node;
  }
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isJsxAttribute(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return true;
}
