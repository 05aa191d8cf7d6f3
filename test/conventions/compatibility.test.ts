import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePage } from '../../scripts/docs/compatibility.js';

test('docs/compatibility.md matches the storefronts that are tested', async () => {
  const { path, text } = await makePage();
  const written = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(written, `${path} is out of date. Run \`npm run docs\` to write it again.`).toBe(text);
});
