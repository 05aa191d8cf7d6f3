import ts from 'typescript';

/**
 * Reads the sources of the public names. `entries`: TypeDoc's own, each with its `program`, `sourceFile` and `displayName`.
 */
export function readDeclarations(entries) {
  const checker = entries[0].program.getTypeChecker();
  const real = (symbol) => (symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const nodes = new Map();
  for (const { displayName, sourceFile } of entries) {
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(sourceFile))) {
      nodes.set(`${displayName}.${symbol.name}`, real(symbol).declarations[0]);
    }
  }
  const ours = new Set(nodes.values());

  /** What a node names of our own that no entry exports: its declaration, and what that names in turn. */
  function hiddenTypes(node, found = new Set()) {
    ts.forEachChild(node, function visit(part) {
      if (ts.isBlock(part)) return;
      const name = ts.isTypeReferenceNode(part) ? part.typeName : ts.isTypeQueryNode(part) ? part.exprName : null;
      const hidden = name && real(checker.getSymbolAtLocation(name))?.declarations?.[0];
      if (hidden && !ours.has(hidden) && !found.has(hidden) && isWritten(hidden)) {
        found.add(hidden);
        hiddenTypes(hidden, found);
      }
      ts.forEachChild(part, visit);
    });
    return [...found];
  }

  return {
    /** The declaration of a public name, without what it does. */
    write: (entry, name) => writeNode(nodes.get(`${entry}.${name}`)),
    /** The types without a heading of their own that it names. */
    writeHidden: (entry, name) => hiddenTypes(nodes.get(`${entry}.${name}`)).map((node) => writeNode(node, true)),
  };
}

const isWritten = (node) =>
  !node.getSourceFile().fileName.includes('/node_modules/') &&
  (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node));

function writeNode(node, withWords = false) {
  const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const start = whole.getStart(node.getSourceFile(), withWords);
  let text = node.getSourceFile().text.slice(start, whole.getEnd());
  // From the last to the first, so that the places of the earlier ones hold.
  for (const { body } of [node, ...(ts.isClassDeclaration(node) ? node.members : [])].reverse()) {
    if (body) text = `${text.slice(0, body.getStart() - start).trimEnd()};${text.slice(body.getEnd() - start)}`;
  }
  return text.replace(/^export (?:async )?/m, '');
}
