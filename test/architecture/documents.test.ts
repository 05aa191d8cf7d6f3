import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { DOCUMENTS } from '../docs/documents.ts';

test.each(Object.entries(DOCUMENTS))('%s says what the tests say: npm run docs rewrites it', async (path, print) => {
  const file = new URL(`../../${path}`, import.meta.url).pathname;
  const expected = await format(print(), { ...(await resolveConfig(file)), parser: 'markdown' });
  const written = await readFile(file, 'utf8').catch(() => '');
  expect(written === expected, `${path} is out of date. Run: npm run docs`).toBe(true);
});
