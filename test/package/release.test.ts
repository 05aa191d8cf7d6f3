import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRelease } from '../../scripts/check-release.js';
import { ROOT } from './support/paths.ts';

const manifest = { version: '0.2.0', repository: { url: 'git+https://git.example/shop/react-instead-pay.git' } };
const changelog = '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- Something.\n\n## 0.1.0 (2026-11-30)\n';

test('a version that is committed, dated and has a repository can be published', () => {
  expect(checkRelease(manifest, changelog, '')).toEqual([]);
});

test.each([
  ['has no repository', { version: '0.2.0' }, changelog, ''],
  ['has no date for 0.2.0', manifest, changelog.replace('2026-12-01', 'unreleased'), ''],
  ['package.json says 0.3.0', { ...manifest, version: '0.3.0' }, changelog, ''],
  ['not committed', manifest, changelog, ' M src/errors.ts\n'],
])('a version is rejected with the reason: %s', (sentence, given, log, changes) => {
  const problems = checkRelease(given, log, changes);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('the changelog has an entry for the version of package.json', () => {
  const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
  const ours = JSON.parse(read('package.json')) as { version: string };
  // Until there is a repository and a release date, only these two are missing.
  const problems = checkRelease(ours, read('CHANGELOG.md'), '');
  expect(problems.filter((problem) => !/has no (repository|date)/.test(problem))).toEqual([]);
});
