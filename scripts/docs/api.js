// docs/api.md: every public name, from the docstrings.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { Application } from 'typedoc';
import ts from 'typescript';
import { root } from '../run.js';
import { createApiTheme } from './support/api-theme.js';
import { readDeclarations } from './support/declarations.js';

const path = 'docs/api.md';
const entries = {
  index: 'react-instead-pay',
  server: 'react-instead-pay/server',
  emulator: 'react-instead-pay/emulator',
  testing: 'react-instead-pay/testing',
};

/** The page, and where it stands. */
export async function makePage() {
  const out = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    await writePages(out);
    const text = compose(Object.keys(entries).map((name) => readFileSync(join(out, `${name}.md`), 'utf8')));
    return { path, text: await format(text, { ...(await resolveConfig(join(root, path))), parser: 'markdown' }) };
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function writePages(out) {
  const files = Object.keys(entries).map((name) =>
    join(root, name === 'index' ? 'src/index.ts' : `src/${name}/index.ts`),
  );
  const nameOf = (file) => Object.keys(entries)[files.indexOf(file)];
  const app = await Application.bootstrapWithPlugins({
    basePath: root,
    entryPoints: files,
    outputs: [{ name: 'markdown', path: out }],
    plugin: ['typedoc-plugin-markdown'],
    cleanOutputDir: false,
    theme: 'api',
    router: 'module',
    readme: 'none',
    disableSources: true,
    disableGit: true,
    excludeExternals: true,
    // The compiler has its own check.
    skipErrorChecking: true,
    logLevel: 'Error',
    hidePageHeader: true,
    hidePageTitle: true,
    hideBreadcrumbs: true,
    hideGroupHeadings: true,
    useCodeBlocks: true,
    expandObjects: true,
    expandParameters: true,
    parametersFormat: 'none',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    sort: ['kind', 'alphabetical'],
    kindSortOrder: ['Function', 'Variable', 'Class', 'Interface', 'TypeAlias', 'Reference'],
    groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases', 'References'],
  });
  app.options.setCompilerOptions(files, readCompilerOptions(), []);
  const points = app.getEntryPoints().map((point) => ({ ...point, displayName: nameOf(point.sourceFile.fileName) }));
  const project = app.converter.convert(points);
  for (const reflection of Object.values(project.reflections)) {
    delete reflection.inheritedFrom;
    delete reflection.overwrites;
  }
  app.renderer.defineTheme('api', createApiTheme(readDeclarations(points)));
  await app.generateOutputs(project);
}

/** The project's own, for the four entries alone: the tests need not be read. */
function readCompilerOptions() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root).options;
}

/** One page of four. Each entry's headings go down by one, and what two entries have in common keeps one place. */
function compose(pages) {
  const names = Object.values(entries);
  const sections = pages.map((page, index) => {
    const id = Object.keys(entries)[index];
    return outsideCode(page, (prose) =>
      mergeReferences(prose)
        .replace(/^#+ /gm, '#$&')
        .replace(/\]\((?:\w+\.md)?#/g, '](#')
        .replace(/((?:id="|\(#))(property-)/g, `$1${id}-$2`),
    );
  });
  return `<!-- Made by \`npm run docs\` from the docstrings in src/. Change it there. -->

# API

Every name that the package exports, as its source describes it. Amounts are in won, times in milliseconds; an instant has no
time zone. "Guide" is Instead's own.

${names.map((name, index) => `**[\`${name}\`](#${name.replace('/', '')})**\n\n${listNames(sections[index])}`).join('\n\n')}

${sections.map((section, index) => `## \`${names[index]}\`\n\n${section}`).join('\n\n')}
`;
}

/** Links to what one can call or render, and to the types. */
function listNames(section) {
  const [values, types] = [[], []];
  for (const [, title, next] of section.matchAll(/^### (\S+)\n+(?:```ts\n)?(\w+)/gm)) {
    const isValue = /^(function|const|class)$/.test(next);
    (isValue ? values : types).push(`[\`${title}\`](#${title.toLowerCase().replace(/\W/g, '')})`);
  }
  return `- ${values.join(', ')}\n- Types: ${types.join(', ')}`;
}

/** The names that an entry shares with another. */
const mergeReferences = (prose) => {
  const shared = [];
  const rest = prose.replace(/^## .+\n+Re-exports (\[.+\)).*(?:\n+---)?\n*/gm, (_, link) => {
    shared.push(link);
    return '';
  });
  return shared.length
    ? `${rest.replace(/\n+---\s*$/, '')}\n\n---\n\nThe same as in \`react-instead-pay\`: ${shared.join(', ')}.\n`
    : rest;
};

/** Changes the prose, and leaves blocks of code as they are. */
const outsideCode = (text, change) =>
  text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join('');
