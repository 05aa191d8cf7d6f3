import { expect, test } from 'vitest';
import { checkPublishable, checkRepository } from '../../scripts/check-publishable.js';

const manifest = {
  repository: { url: 'git+https://git.example/shop/react-instead-pay.git' },
  homepage: 'https://git.example/shop/react-instead-pay#readme',
  bugs: 'https://git.example/shop/react-instead-pay/issues',
  author: 'The contributors <security@shop.example>',
  files: ['dist', 'README.md'],
};
const texts = { 'README.md': '# react-instead-pay\n\nA library.\n' };
const everywhere = () => true;

test('a complete package is publishable', () => {
  expect(checkPublishable(manifest, texts, everywhere)).toEqual([]);
});

test.each([
  ['no repository', { ...manifest, repository: undefined }, texts, everywhere],
  ['no repository', { ...manifest, repository: 'shop/react-instead-pay' }, texts, everywhere],
  ['no homepage', { ...manifest, homepage: '' }, texts, everywhere],
  ['no bugs', { ...manifest, bugs: {} }, texts, everywhere],
  ['no author', { ...manifest, author: undefined }, texts, everywhere],
  ['is private', { ...manifest, private: true }, texts, everywhere],
  ['lists dist in files', manifest, texts, (path: string) => path !== 'dist'],
  [
    'README.md contains "Nothing has been published"',
    manifest,
    { 'README.md': '**Nothing has been published** yet' },
    everywhere,
  ],
  ['README.ko.md contains "배포되지 않았어요"', manifest, { 'README.ko.md': '아직 배포되지 않았어요.' }, everywhere],
])('what is missing is named: %s', (sentence, given, pages, exists) => {
  const problems = checkPublishable(given, pages, exists);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('this package lacks its addresses and perhaps its build, and has texts that it is unpublished', () => {
  const kinds = checkRepository().map(
    (problem) => /no (repository|homepage|bugs|author)|contains|npm run build/.exec(problem)?.[0],
  );
  expect(kinds).not.toContain(undefined);
});
