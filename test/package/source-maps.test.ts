import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ROOT } from './support/paths.ts';
import { publishedCode, readPublished } from './support/published.ts';
import { runModule, runScript } from './support/run-node.ts';

interface SourceMap {
  sources: string[];
  sourcesContent: (string | null)[];
}

test('every JavaScript file has a source map with the sources in it', () => {
  for (const path of publishedCode()) {
    const [, name] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readPublished(path)) ?? [];
    expect(`dist/${name}`, path).toBe(`${path}.map`);
    const { sources, sourcesContent } = JSON.parse(readPublished(`${path}.map`)) as SourceMap;
    expect(sourcesContent, path).toHaveLength(sources.length);
    expect(sources.length, path).toBeGreaterThan(0);
    for (const [index, source] of sources.entries()) {
      expect(source, path).toMatch(/^\.\.\/(src|node_modules)\//);
      if (source.startsWith('../src/')) {
        expect(sourcesContent[index], source).toBe(readFileSync(join(ROOT, source.slice('../'.length)), 'utf8'));
      } else expect(sourcesContent[index], source).toBeTypeOf('string');
    }
  }
});

/** The first line of the library in a stack, resolved by the source map. */
function findSource(stack: string): { file: string; line: string } {
  const [, file, line] = /react-instead-pay[\\/](src[\\/][^:]+):(\d+)/.exec(stack) ?? [];
  expect(file, stack).toBeDefined();
  return { file: file!, line: readFileSync(join(ROOT, file!), 'utf8').split('\n')[Number(line) - 1]! };
}

const renderAlone = `
  try { renderToString(createElement(PayButton, { request: {} })); }
  catch (error) { console.log(error.stack); }`;

test.each([
  [
    'import',
    runModule,
    `import { createElement } from 'react'; import { renderToString } from 'react-dom/server';
     import { PayButton } from 'react-instead-pay'; ${renderAlone}`,
  ],
  [
    'the file for CommonJS',
    runScript,
    `const { createElement } = require('react'); const { renderToString } = require('react-dom/server');
     const { PayButton } = require('./node_modules/react-instead-pay/dist/index.cjs'); ${renderAlone}`,
  ],
])('a client error maps to its line in the sources: %s', async (_, runCode, code) => {
  const { out } = await runCode(code, { cwd: inject('consumer') }, ['--enable-source-maps']);
  const { file, line } = findSource(out);
  expect(file).toBe('src/react/instead-context.ts');
  expect(line).toContain("throw new InsteadError('no_provider')");
});

test('a server error maps to its line in the sources', async () => {
  const code = `import { parseWebhook } from 'react-instead-pay/server';
    try { parseWebhook(new URL('http://shop.example/')); } catch (error) { console.log(error.stack); }`;
  const { out } = await runModule(code, { cwd: inject('consumer') }, ['--enable-source-maps']);
  const { file, line } = findSource(out);
  expect(file).toBe('src/server/parse-webhook.ts');
  expect(line).toContain("new InsteadError('invalid_webhook'");
});
