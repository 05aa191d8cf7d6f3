import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROPERTIES } from '../../stories/docs/properties.ts';

test('the theming page lists every custom property of the styles', () => {
  const styles = readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8');
  expect(Object.keys(PROPERTIES).sort()).toEqual([...new Set(styles.match(/--instead-[a-z-]+/g))].sort());
});
