import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkRelease } from '../../scripts/check-release.js';
import { ROOT } from './support/paths.ts';

const manifest = { version: '0.2.0' };
const changelog = '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- Something.\n\n## 0.1.0 (2026-11-30)\n';

test('a version that is committed and dated can be published', () => {
  expect(checkRelease(manifest, changelog, '')).toEqual([]);
});

test.each([
  ['has no date for 0.2.0', manifest, changelog.replace('2026-12-01', 'unreleased'), ''],
  ['package.json has 0.3.0', { version: '0.3.0' }, changelog, ''],
  ['not committed', manifest, changelog, ' M src/errors.ts\n'],
])('a version is rejected with the reason: %s', (sentence, given, log, changes) => {
  const problems = checkRelease(given, log, changes);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('the changelog has an entry for the version of package.json', () => {
  const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
  const ours = JSON.parse(read('package.json')) as { version: string };
  // Until there is a release date, only that is missing.
  const problems = checkRelease(ours, read('CHANGELOG.md'), '');
  expect(problems.filter((problem) => !/has no date/.test(problem))).toEqual([]);
});
