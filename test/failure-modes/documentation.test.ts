import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makePage } from '../../scripts/docs/failure-modes.js';

it('docs/failure-modes.md matches the tests', async () => {
  const { path, text } = await makePage();
  const written = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(written, `${path} is out of date. Run \`npm run docs\` to write it again.`).toBe(text);
});
