import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROPERTIES } from '../../stories/docs/properties.ts';

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
  useOrderStatus: 'useOrderStatus',
  useInsteadPay: 'Own button',
  useCurrentPayment: 'Own button',
  // In the panel of the live stories.
  useInsteadScript: 'Live',
};

test('every component and every hook has stories', () => {
  const index = readFileSync(new URL('../../src/index.ts', import.meta.url), 'utf8');
  const found = [...index.matchAll(/export \{ ((?:use|Pay)\w+)/g)].map(([, name]) => name!);
  expect(found.sort()).toEqual(Object.keys(SHOWN_AS).sort());
  const titles = readdirSync(stories)
    .filter((name) => name.endsWith('.stories.tsx'))
    .map((name) => /title: '(.+)'/.exec(read(name))?.[1]);
  expect(titles).toEqual(expect.arrayContaining([...new Set(Object.values(SHOWN_AS))]));
});
