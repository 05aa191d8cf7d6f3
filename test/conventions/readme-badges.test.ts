import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage as drawBadges } from '../../scripts/docs/badges.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));
const badges = drawBadges();

describe.each(['README.md', 'README.ko.md'])('%s', (file) => {
  test('shows every badge with its text as the alternative text', () => {
    const shown = [...String(read(file)).matchAll(/\[!\[[^:]+: ([^\]]+)\]\(([^)]+)\)\]\(/g)].map(([, value, path]) => ({
      path,
      value,
    }));
    expect(shown).toEqual(badges.map(({ path, value }) => ({ path, value })));
  });
});

test.each(badges)('the badge $path matches package.json and the tables', ({ path, text, label, value }) => {
  // After a change of these, run `npm run docs`.
  expect(String(read(path))).toBe(text);
  expect(text).toContain(`<title>${label}: ${value}</title>`);
});
