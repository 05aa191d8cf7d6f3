import ts from 'typescript';

/** Reads the sources of the public names. `entries` are TypeDoc's, each with its `program`, `sourceFile` and `displayName`. */
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

  /** Returns the declarations of the library that a node refers to and no entry exports, and those that they refer to. */
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

  /** The call signature of a component: a function or a constant with a capital letter. */
  function readComponent(node) {
    if (!node || !/^[A-Z]/.test(node.name.text) || !(ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)))
      return;
    return checker.getTypeAtLocation(node.name).getCallSignatures()[0];
  }

  /** A component as JSX, with the props that it requires. */
  function writeComponent(node) {
    const signature = readComponent(node);
    if (!signature) return '';
    const type = checker.getTypeOfSymbol(signature.parameters[0]);
    // Of a union the first member: the others are for tests.
    const props = checker.getPropertiesOfType(type.isUnion() ? type.types[0] : type);
    const required = props
      .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
      .map(({ name }) => ` ${name}={${name}}`);
    const name = node.name.text;
    const element = `<${name}${required.join('')}`;
    return name.endsWith('Provider') ? `${element}>{children}</${name}>;` : `${element} />;`;
  }

  return {
    /** A component as JSX; an empty string for any other name. */
    writeComponent: (entry, name) => writeComponent(nodes.get(`${entry}.${name}`)),
    /** The declaration of a public name, without its body. */
    write: (entry, name) => writeNode(nodes.get(`${entry}.${name}`)),
    /** The types that it refers to and that have no heading. */
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
  // From the last to the first, so that the earlier positions stay valid.
  for (const { body } of [node, ...(ts.isClassDeclaration(node) ? node.members : [])].reverse()) {
    if (body) text = `${text.slice(0, body.getStart() - start).trimEnd()};${text.slice(body.getEnd() - start)}`;
  }
  // `declare` keeps a field out of the build. It means nothing to a reader.
  return text.replace(/^export (?:async )?/m, '').replace(/^( *)declare (?=readonly )/gm, '$1');
}
