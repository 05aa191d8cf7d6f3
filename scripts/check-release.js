/**
 * Returns the problems that prevent a version from being published. Pure, so that a test can call it.
 *
 * @param {{ version: string, repository?: string | { url?: string } }} manifest package.json
 * @param {string} changelog CHANGELOG.md
 * @param {string} changes the output of `git status --porcelain`
 * @returns {string[]} one sentence for each problem
 */
export function checkRelease(manifest, changelog, changes) {
  const problems = [];
  const { version, repository } = manifest;
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (!url) {
    problems.push(
      'package.json has no repository. npm compares it with the provenance, which names the place that the package was built from. Set it to the URL of the public repository.',
    );
  }
  const heading = changelog.match(/^## .+$/m)?.[0] ?? '';
  if (!heading.startsWith(`## ${version} (`)) {
    problems.push(`CHANGELOG.md begins with "${heading}", but package.json says ${version}. Change one of them.`);
  } else if (!/\(\d{4}-\d{2}-\d{2}\)$/.test(heading)) {
    problems.push(`CHANGELOG.md has no date for ${version}. Write it: "## ${version} (2026-01-31)".`);
  }
  if (changes.trim())
    problems.push('There are changes that are not committed. A published version must be in the history. Commit them.');
  return problems;
}
