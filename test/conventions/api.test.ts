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

test('docs/api.md contains no path of a machine and no link to a file', () => {
  expect(written).not.toMatch(/file:|node_modules|\]\((?!#)/);
});

test('every link in docs/api.md leads to the name in its text', () => {
  const places = new Map<string, string>();
  for (const [, title] of prose.matchAll(/^#+ (.+)$/gm)) {
    const anchor = title!.toLowerCase().replace(/[^\w -]/g, '');
    if (!places.has(anchor)) places.set(anchor, title!.replace(/[`()]/g, ''));
  }
  for (const [, id, name] of prose.matchAll(/<a id="([^"]+)"><\/a> `(\w+)\??`/g)) places.set(id!, name!);
  const links = [...prose.matchAll(/\[`?([^\]`]+)`?\]\(#([^)]+)\)/g)];
  expect(links.length).toBeGreaterThan(100);
  for (const [link, text, anchor] of links) {
    const name = text!.replace('()', '');
    expect([name, name.split('.').at(-1)], link).toContain(places.get(anchor!));
  }
});

describe.each(sections)('%s', (_, text) => {
  test('is described field by field', () => {
    // A heading is followed by a sentence, not directly by the table of its fields.
    expect(text).toMatch(/^### .+\n+[^#|\-\n]/);
    expect(text).not.toMatch(/\| -? *\|$/m);
  });
});
