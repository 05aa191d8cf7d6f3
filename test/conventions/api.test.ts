import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage } from '../../scripts/docs/api.js';

const written = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const prose = written.replace(/^```[\s\S]*?^```$/gm, '');
/** The text below a name, up to the next name. */
const sections = prose
  .split(/^(?=### )/m)
  .slice(1)
  .map((text) => [/^### (.+)/.exec(text)![1]!, text.replace(/^## [\s\S]*/m, '')] as const);

test('docs/api.md matches the docstrings', { timeout: 120_000 }, async () => {
  // After a docstring has changed, run `npm run docs`.
  expect((await makePage()).text).toBe(written);
});

test('docs/api.md contains no path of a machine, and links to the merchant guide once and to no file', () => {
  expect(written).not.toMatch(/file:|node_modules/);
  expect(written.match(/\]\((?!#).*?\)/g)).toEqual(['](https://github.com/itsmp/instead)']);
});

test('docs/api.md has no rule, and marks a code block as tsx exactly where it has JSX', () => {
  expect(prose).not.toMatch(/^(---|\*\*\*|___)$/m);
  const blocks = [...written.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  expect(blocks.length).toBeGreaterThan(50);
  for (const [block, language, code] of blocks) expect(language, block).toBe(/<\/|\/>/.test(code!) ? 'tsx' : 'ts');
});

test.each(['InsteadProvider', 'PayButton', 'PayDeadline', 'PayOverlay'])('docs/api.md shows %s as JSX', (name) => {
  expect(written).toContain(`### \`<${name}>\`\n\n\`\`\`tsx\n<${name}`);
  expect(written).not.toContain(`${name}()`);
});

test('every link in docs/api.md leads to the name in its text', () => {
  const places = new Map<string, string>();
  for (const [, title] of prose.matchAll(/^#+ (.+)$/gm)) {
    const anchor = title!.toLowerCase().replace(/[^\w -]/g, '');
    if (!places.has(anchor)) places.set(anchor, title!.replace(/[`()<>]/g, ''));
  }
  for (const [, id, name] of prose.matchAll(/<a id="([^"]+)"><\/a> `(\w+)\??`/g)) places.set(id!, name!);
  const links = [...prose.matchAll(/\[`?([^\]`]+)`?\]\(#([^)]+)\)/g)];
  expect(links.length).toBeGreaterThan(100);
  for (const [link, text, anchor] of links) {
    const name = text!.replace(/[()<>]/g, '');
    expect([name, name.split('.').at(-1)], link).toContain(places.get(anchor!));
  }
});

describe.each(sections)('%s', (_, text) => {
  test('is described field by field', () => {
    // A heading is followed by a sentence, not directly by the table of its fields.
    expect(text).toMatch(/^### .+\n+(Props: .+\n+)?[^#|\-\n]/);
    expect(text).not.toMatch(/\| -? *\|$/m);
  });
});
