import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage } from '../../scripts/docs/api.js';

const written = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const prose = written.replace(/^```[\s\S]*?^```$/gm, '');
/** What stands below a name, up to the next. */
const sections = prose
  .split(/^(?=### )/m)
  .slice(1)
  .map((text) => [/^### (.+)/.exec(text)![1]!, text.replace(/^## [\s\S]*/m, '')] as const);

test('the page of names in the documentation says what the sources say', { timeout: 120_000 }, async () => {
  // After a change of a docstring: npm run docs.
  expect((await makePage()).text).toBe(written);
});

test('it holds no place on a machine, and no link to a file', () => {
  expect(written).not.toMatch(/file:|node_modules|\]\((?!#)/);
});

test('every link in it leads to the name that it says', () => {
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
  test('is described in words, field by field', () => {
    // A heading, and then a sentence: not the table of its fields at once.
    expect(text).toMatch(/^### .+\n+[^#|\-\n]/);
    expect(text).not.toMatch(/\| -? *\|$/m);
  });
});
