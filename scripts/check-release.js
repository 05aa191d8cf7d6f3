/**
 * Finds what keeps a version from being published. Pure, so that a test can ask it.
 *
 * @param {{ version: string, repository?: string | { url?: string } }} manifest package.json
 * @param {string} changelog CHANGELOG.md
 * @param {string} changes what `git status --porcelain` says
 * @returns {string[]} one sentence for each problem
 */
export function checkRelease(manifest, changelog, changes) {
  const problems = [];
  const { version, repository } = manifest;
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (!url) {
    problems.push(
      'package.json has no repository. Provenance names the place that a package was built from, and npm compares the two: write the address of the public repository into it.',
    );
  }
  const heading = changelog.match(/^## .+$/m)?.[0] ?? '';
  if (!heading.startsWith(`## ${version} (`)) {
    problems.push(`CHANGELOG.md begins with "${heading}", and package.json says ${version}. Bring them together.`);
  } else if (!/\(\d{4}-\d{2}-\d{2}\)$/.test(heading)) {
    problems.push(`CHANGELOG.md has no date for ${version}. Write it: "## ${version} (2026-01-31)".`);
  }
  if (changes.trim())
    problems.push('There are changes that are not committed. What is published is to be found again.');
  return problems;
}
