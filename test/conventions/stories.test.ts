import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { InsteadError } from '../../src/errors.ts';
import type { PayState, PayStatus } from '../../src/payment/state.ts';
import { transition, type PaymentEvent } from '../../src/payment/transition.ts';
import { StateMachine } from '../../stories/docs/transition-table.tsx';
import { toStorybook } from '../../stories/docs/guide-links.ts';
import { sectionOf } from '../../stories/docs/section-of.ts';
import { PROPERTIES } from '../../stories/docs/properties.ts';
import { listMarkdown, readPage, ROOT } from './markdown.ts';

test('the theming page lists every custom property of the styles', () => {
  const styles = readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8');
  expect(Object.keys(PROPERTIES).sort()).toEqual([...new Set(styles.match(/--instead-[a-z-]+/g))].sort());
});

const stories = new URL('../../stories/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, stories), 'utf8');

test('no docs page shows a live story next to one with a fixed clock', () => {
  const pages = readdirSync(new URL('docs/', stories)).filter((name) => name.endsWith('.mdx'));
  const kinds = pages.map((name) => {
    const shown = [...read(`docs/${name}`).matchAll(/from '\.\.\/(.+\.stories\.tsx)'/g)].map(([, path]) => read(path!));
    return {
      name,
      live: shown.some((text) => text.includes('openEmulator')),
      stopped: shown.some((text) => text.includes('stopClock')),
    };
  });
  expect(kinds.filter(({ live }) => live).length).toBeGreaterThan(1);
  expect(kinds.filter(({ live, stopped }) => live && stopped)).toEqual([]);
});

// Files that render something, or follow something that is rendered.
const SHOWN_AS: Record<string, string> = {
  PayButton: 'PayButton',
  PayOverlay: 'PayOverlay',
  PayDeadline: 'PayDeadline',
  OrderStatus: 'OrderStatus',
  useOrderStatus: 'useOrderStatus',
  useInsteadPay: 'Own button',
  useCurrentPayment: 'Own button',
  // In the panel of the live stories.
  useInsteadScript: 'Live',
};

test('every component and every hook has stories', () => {
  const index = readFileSync(new URL('../../src/index.ts', import.meta.url), 'utf8');
  const found = [...index.matchAll(/export \{ ((?:use|Pay|Order)\w+)/g)].map(([, name]) => name!);
  expect(found.sort()).toEqual(Object.keys(SHOWN_AS).sort());
  const titles = readdirSync(stories)
    .filter((name) => name.endsWith('.stories.tsx'))
    .map((name) => /title: '(.+)'/.exec(read(name))?.[1]);
  expect(titles).toEqual(expect.arrayContaining([...new Set(Object.values(SHOWN_AS))]));
});

const parts = readdirSync(new URL('docs/en/', stories));

test.each(parts)('the page %s has the same stories, code and headings in English and Korean', (name) => {
  const shapeOf = (text: string) => ({
    blocks: [...text.matchAll(/^<\w+.*\/>$/gm)].map(([block]) => block),
    code: [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block),
    headings: [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+(?= )/gm)].map(([level]) => level),
    rows: text.match(/^\|/gm)?.length,
  });
  const [en, ko] = [read(`docs/en/${name}`), read(`docs/ko/${name}`)];
  expect(shapeOf(ko)).toEqual(shapeOf(en));
  // Storybook loads the stories that the page itself imports.
  const page = read(`docs/${name}`);
  for (const [, path] of en.matchAll(/from '\.\.\/(\.\.\/.+\.stories\.tsx)'/g))
    expect(page).toContain(`from '${path}'`);
});

test('every page of the docs is in English and Korean', () => {
  const pages = readdirSync(new URL('docs/', stories)).filter((name) => /^(?!guide-|integration-).+\.mdx$/.test(name));
  expect(parts.sort()).toEqual(pages.sort());
  expect(readdirSync(new URL('docs/ko/', stories)).sort()).toEqual(pages);
});

const STATES = {
  idle: { status: 'idle' },
  preparing: { status: 'preparing' },
  requesting: { status: 'requesting', merchantUid: 'order' },
  open: { status: 'open', merchantUid: 'order' },
  sent: { status: 'sent', merchantUid: 'order', method: 'link' },
  cancelled: { status: 'cancelled', reason: 'popup_closed' },
  failed: { status: 'failed', error: new InsteadError('popup_blocked') },
} satisfies { [Status in PayStatus]: Extract<PayState, { status: Status }> };

test('the picture of the states has exactly the transitions that the code makes', () => {
  const events = [{ status: 'preparing', merchantUid: 'order' }, ...Object.values(STATES).slice(2)] as PaymentEvent[];
  const expected = Object.values(STATES).flatMap((state: PayState) =>
    events.filter((event) => transition(state, event) !== state).map((event) => `${state.status} ${event.status}`),
  );
  const picture = renderToStaticMarkup(createElement(StateMachine));
  const drawn = [...picture.matchAll(/data-transition="([^"]+)" d="([^"]+)"/g)];
  expect(drawn.map(([, name]) => name).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(10);
  // No two lines are one above the other.
  expect(new Set(drawn.map(([, , path]) => path)).size).toBe(expected.length);
});

test('every guide of docs/ is a page of the Storybook, in the words of its file', () => {
  const [, guides] = /## Guides([\s\S]*?)## Reference/.exec(readPage('docs/README.md'))!;
  const names = [...guides!.matchAll(/^- .*?\]\(([\w-]+)\.md\)/gm)].map(([, name]) => name!);
  const pages = readdirSync(new URL('docs/', stories)).filter((name) => /^guide-.+\.mdx$/.test(name));
  expect(pages.sort()).toEqual([...names, 'readme'].map((name) => `guide-${name}.mdx`).sort());
  for (const name of names) {
    const text = read(`docs/guide-${name}.mdx`);
    expect(text).toContain(`'../../docs/${name}.md?raw'`);
    expect(text.includes('korean'), name).toBe(existsSync(join(ROOT, `docs/ko/${name}.md`)));
    const [, title] = /<Meta title="Guides\/(.+)" \/>/.exec(text)!;
    expect(title!.toLowerCase().replaceAll(' ', '-')).toBe(name);
  }
});

const integrations = readdirSync(new URL('docs/', stories)).filter((name) => name.startsWith('integration-'));

test.each(integrations)('%s has the same sections in English and Korean, and each is in its page', (name) => {
  const text = read(`docs/${name}`);
  const files = new Map(
    [...text.matchAll(/^import (\w+) from '\.\.\/\.\.\/(.+)\?raw';$/gm)].map(
      ([, page, path]) => [page!, path!] as const,
    ),
  );
  const [english, korean] = text.split('  ko={');
  const partsOf = (half: string) =>
    [...half.matchAll(/^ {4}\['([^']+)', (\w+), '([^']+)'\],$/gm)].map(([, title, page, heading]) => ({
      title,
      path: files.get(page!)!,
      section: sectionOf(readPage(files.get(page!)!), heading!),
    }));
  const [en, ko] = [partsOf(english!), partsOf(korean!)];
  expect(en.length).toBeGreaterThan(1);
  expect(en.every(({ section }) => section.length > 100)).toBe(true);
  expect(en.every(({ path }) => !/\bko\b/.test(path))).toBe(true);
  // The code blocks are the same: the sections are translations of each other.
  const codeOf = ({ section }: { section: string }) => section.match(/^```\w*/gm);
  expect(ko.map(codeOf)).toEqual(en.map(codeOf));
});

test('every server framework of the docs has a separate page', () => {
  const names = [...readPage('docs/frameworks.md').matchAll(/^## (?!Another)(.+)$/gm)].map(([, name]) => name!);
  const titles = integrations.map((name) => /title="Integrations\/(.+)"/.exec(read(`docs/${name}`))?.[1]);
  expect(titles).toEqual(expect.arrayContaining(names));
});

test('a section ends at the next heading, and not within a block of code', () => {
  const page = '# Page\n\n## One\n\ntext\n\n```md\n## no heading\n---\n```\n\n## Two\n\nmore\n\n---\n\nlinks\n';
  expect(sectionOf(page, 'One')).toBe('text\n\n```md\n## no heading\n---\n```');
  expect(sectionOf(page, 'Two')).toBe('more');
  expect(() => sectionOf(page, 'Three')).toThrow('Three');
});

test('a guide in the Storybook links to other guides only', () => {
  const links = ['README.md', 'README.ko.md', ...listMarkdown('docs')]
    .filter((path) => !path.startsWith('docs/api/'))
    .flatMap((path) => [
      ...toStorybook(readPage(path)).matchAll(
        /\]\((\?path=\/docs\/guides-([\w-]+)--docs|(?!https?:|#|\?|images\/).*?)\)/g,
      ),
    ]);
  expect(links.length).toBeGreaterThan(30);
  const pages = readdirSync(new URL('docs/', stories));
  for (const [link, , name] of links) expect(pages, link).toContain(`guide-${name}.mdx`);
});
