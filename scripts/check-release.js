/**
 * Returns the problems of a version that is to be published. What has to be true of every version is in check-publishable.js. Pure,
 * so that a test can call it.
 *
 * @param {{ version: string }} manifest package.json
 * @param {string} changelog CHANGELOG.md
 * @param {string} changes the output of `git status --porcelain`
 * @returns {string[]} one sentence for each problem
 */
export function checkRelease(manifest, changelog, changes) {
  const problems = [];
  const { version } = manifest;
  const heading = changelog.match(/^## .+$/m)?.[0] ?? '';
  if (!heading.startsWith(`## ${version} (`)) {
    problems.push(`CHANGELOG.md begins with "${heading}", but package.json has ${version}. Change one of them.`);
  } else if (!/\(\d{4}-\d{2}-\d{2}\)$/.test(heading)) {
    problems.push(`CHANGELOG.md has no date for ${version}. Write it: "## ${version} (2026-01-31)".`);
  }
  if (changes.trim())
    problems.push('There are changes that are not committed. A published version must be in the history. Commit them.');
  return problems;
}
