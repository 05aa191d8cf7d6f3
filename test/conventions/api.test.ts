import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage } from '../../scripts/docs/api.js';
import { readPage, ROOT } from './markdown.ts';

const pages = (await makePage()) as { path: string; text: string }[];
const entries = pages.filter(({ path }) => !path.endsWith('README.md'));
const written = (path: string) => (existsSync(`${ROOT}/${path}`) ? readPage(path) : '');
const proseOf = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '');
/** The text below a name, up to the next name. */
const sections = entries.flatMap(({ path }) =>
  proseOf(written(path))
    .split(/^(?=## )/m)
    .slice(1)
    .map((text) => [`${path}: ${/^## (.+)/.exec(text)![1]!}`, text] as const),
);
const toAnchor = (title: string) => title.toLowerCase().replace(/[^\w -]/g, '');

/** The anchors of each page: of its headings, and of the members in its tables. Each with the name that it leads to. */
const places = new Map(
  entries.map(({ path }) => {
    const prose = proseOf(written(path));
    const anchors = new Map<string, string>();
    for (const [, title] of prose.matchAll(/^#+ (.+)$/gm)) {
      if (!anchors.has(toAnchor(title!))) anchors.set(toAnchor(title!), title!.replace(/[`()<>]/g, ''));
    }
    for (const [, id, name] of prose.matchAll(/<a id="([^"]+)"><\/a> `(\w+)\??`/g)) anchors.set(id!, name!);
    return [path, anchors];
  }),
);

test('there is a page for each entry of the package', () => {
  const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { exports: Record<string, unknown> };
  const names = Object.keys(manifest.exports).filter((name) => !name.includes('.', 1));
  expect(entries.map(({ text }) => /^# `react-instead-pay(.*)`$/m.exec(text)![1])).toEqual(
    names.map((name) => name.slice(1)),
  );
});

describe.each(pages)('$path', ({ path, text }) => {
  test('matches the docstrings', () => {
    // After a docstring has changed, run `npm run docs`.
    expect(written(path)).toBe(text);
  });

  test('contains no path of a machine, and links to the merchant guide and to other pages only', () => {
    expect(text).not.toMatch(/file:|node_modules/);
    const links = [...text.matchAll(/\]\((?!#)(.*?)\)/g)].map(([, link]) => link!);
    const outside = links.filter((link) => !/^(\.\.\/)?[\w-]+\.md(#[\w-]+)?$/.test(link));
    expect([...new Set(outside)]).toEqual(path.endsWith('README.md') ? ['https://github.com/itsmp/instead'] : []);
  });

  test('marks a code block as tsx exactly where it has JSX', () => {
    for (const [block, language, code] of text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm))
      expect(language, block).toBe(/<\/|\/>/.test(code!) ? 'tsx' : 'ts');
  });

  test('has no rule but the one above its links', () => {
    expect(proseOf(text).match(/^(---|\*\*\*|___)$/gm)).toHaveLength(1);
  });
});

test.each(['InsteadProvider', 'PayButton', 'PayDeadline', 'PayOverlay'])(
  'docs/api/client.md shows %s as JSX',
  (name) => {
    const text = written('docs/api/client.md');
    expect(text).toContain(`## \`<${name}>\`\n\n\`\`\`tsx\n<${name}`);
    expect(text).not.toContain(`${name}()`);
  },
);

test('every link leads to the name in its text', () => {
  const links = pages.flatMap(({ path, text }) =>
    [...proseOf(text).matchAll(/\[`?([^\]`]+)`?\]\(([\w-]+\.md)?#([^)]+)\)/g)].map(([link, name, page, anchor]) => ({
      link,
      name: name!.replace(/[()<>]/g, ''),
      target: places.get(page ? `docs/api/${page}` : path)?.get(anchor!),
    })),
  );
  expect(links.length).toBeGreaterThan(100);
  for (const { link, name, target } of links) expect([name, name.split('.').at(-1)], link).toContain(target);
});

describe.each(sections)('%s', (_, text) => {
  test('is described field by field', () => {
    // A heading is followed by a sentence, not directly by the table of its fields.
    expect(text).toMatch(/^## .+\n+(Props: .+\n+)?[^#|\-\n]/);
    expect(text).not.toMatch(/\| -? *\|$/m);
  });
});
