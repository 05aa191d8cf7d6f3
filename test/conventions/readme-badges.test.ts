import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage as drawBadges } from '../../scripts/docs/badges.js';
import { InsteadError } from '../../src/errors.ts';
import { statusText } from '../../src/ui/labels.ts';
import { en, ko } from 'react-instead-pay/locales';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));
const badges = drawBadges();

/** Returns the anchor that GitHub creates for a heading, in any script. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');

describe.each([
  ['README.md', en],
  ['README.ko.md', ko],
] as const)('%s', (file, words) => {
  const text = String(read(file)).replace(/```[\s\S]*?```/g, '');
  const headings = [...text.matchAll(/^(#+) (.+)$/gm)].map(([, depth, title]) => ({
    depth: depth!.length,
    title: title!,
  }));

  test('begins with a table of contents, in order', () => {
    const chapters = headings.filter(({ depth }) => depth === 2).map(({ title }) => `[${title}](#${toAnchor(title)})`);
    expect(chapters.length).toBeGreaterThan(10);
    expect(text.split('\n')).toContain(chapters.join(' · '));
  });

  test('has an anchor for each of its links', () => {
    const anchors = headings.map(({ title }) => toAnchor(title));
    for (const [, anchor] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });

  test('shows every badge with its text as the alternative text', () => {
    const shown = [...text.matchAll(/\[!\[[^:]+: ([^\]]+)\]\(([^)]+)\)\]\(/g)].map(([, value, path]) => ({
      path,
      value,
    }));
    expect(shown).toEqual(badges.map(({ path, value }) => ({ path, value })));
  });

  test('shows the button in every status with an alternative text that describes it', () => {
    const [, alt, path] = /^!\[([^\]]+)\]\(([^)]+\.png)\)$/m.exec(text)!;
    for (const status of ['idle', 'preparing', 'open', 'sent', 'cancelled', 'failed', 'labelled'])
      expect(alt).toMatch(new RegExp(`\\b${status}\\b`));
    const error = new InsteadError('popup_blocked');
    for (const output of [
      statusText({ status: 'preparing' }, words).children,
      statusText({ status: 'open', merchantUid: '1' }, words).children,
      statusText({ status: 'sent', merchantUid: '1', method: 'kakao' }, words).children,
      statusText({ status: 'cancelled', reason: 'user_cancelled' }, words).children,
      statusText({ status: 'failed', error }, words).children,
      words.showPopup,
      words.cancel,
    ])
      expect(alt).toContain(`“${output}”`);

    const picture = read(path!);
    expect(picture.toString('latin1', 1, 4)).toBe('PNG');
    expect(picture.length).toBeLessThan(150_000);
    // The image has twice as many pixels as its width on the page, and is about twice as wide as high.
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect(width).toBeGreaterThanOrEqual(1600);
    expect(width / height).toBeCloseTo(2, 0);
  });
});

test.each(badges)('the badge $path matches package.json and the tables', ({ path, text, label, value }) => {
  // After a change of these, run `npm run docs`.
  expect(String(read(path))).toBe(text);
  expect(text).toContain(`<title>${label}: ${value}</title>`);
});
