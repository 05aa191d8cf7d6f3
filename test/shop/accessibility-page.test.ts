import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makePage } from '../../scripts/docs/accessibility.js';
import type { Section } from './support/walk.ts';

const readRecord = (language: 'ko' | 'en') =>
  JSON.parse(readFileSync(new URL(`keyboard-walk.${language}.json`, import.meta.url), 'utf8')) as Section[];

test('docs/accessibility.md matches the record of the keyboard walk', async () => {
  const { path, text } = await makePage();
  const written = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(written, `${path} is out of date. Run \`npm run docs\` to write it again.`).toBe(text);
});

test('every stop of the keyboard walk has a name, and the walk has the same keys in both languages', () => {
  const [korean, english] = [readRecord('ko'), readRecord('en')];
  const keys = (sections: Section[]) => sections.map(({ title, steps }) => [title, steps.map(({ key }) => key)]);
  expect(keys(english)).toEqual(keys(korean));
  for (const { title, steps } of [...korean, ...english]) {
    for (const { key, focus } of steps) expect(focus.name, `${title}: ${key}`).not.toBe('');
  }
});
