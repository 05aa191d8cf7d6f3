import { execFileSync } from 'node:child_process';
import { fail, root, log } from '../run.js';

/** What Vitest finds itself: it follows the imports from a test to the sources. */
const FOLLOWED = ['node', 'dom', 'stories'];

/**
 * What Vitest cannot find: these tests use the sources as a bundle, a built page or a server. A changed path that matches on the
 * left runs the test files on the right.
 */
const MAP = [
  // The client, as a page loads it.
  [/^src\/(errors|index|protocol|locales|boot|payment|sdk|react)\b/, ['test/e2e/']],
  [/^src\/order\//, ['test/e2e/order']],
  [
    /^src\/ui\//,
    ['test/e2e/button', 'test/e2e/in-app-browser', 'test/e2e/page-side-effects', 'test/e2e/strict-headers'],
  ],
  [
    /^src\/emulator\//,
    ['test/emulator-pages/', 'test/e2e/endings', 'test/e2e/loading', 'test/shop/paying', 'test/storybook/'],
  ],
  [/^src\/server\//, ['test/shop/paying', 'test/shop/trust']],
  [/^examples\/nextjs\//, ['test/shop/']],
  [/^(stories|\.storybook)\//, ['test/storybook/']],
  // The browser tests' own pages and helpers.
  [/^test\/e2e\/(app|support)\//, ['test/e2e/']],
  [/^test\/emulator-pages\//, ['test/emulator-pages/']],
  [/^test\/support\//, ['test/emulator-pages/', 'test/e2e/', 'test/shop/', 'test/storybook/']],
  [/^test\/(e2e|shop|storybook)\/[^/]+\.test\.ts$/, 'itself'],
  // What decides how anything is built.
  [
    /^(package(-lock)?\.json|tsup\.config\.ts|vitest\.config\.ts|tsconfig\.json)$/,
    ['test/emulator-pages/', 'test/e2e/', 'test/shop/', 'test/storybook/'],
  ],
];

/**
 * Plans what `npm run test:changed` runs: what has changed since the commit `given[0]`, or what is not committed.
 *
 * @param {string[]} given
 * @returns {{ projects: string[], args: string[] }[]}
 */
export function findChanged([since = 'HEAD', ...args]) {
  const git = (...words) => {
    try {
      return execFileSync('git', words, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
    } catch {
      return fail(`test:changed compares with a commit, but git has no ${since}.`);
    }
  };
  const paths = [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')];
  if (paths.length === 0) {
    log(`Nothing has changed since ${since}.`);
    return [];
  }
  const browserTests = [...new Set(paths.flatMap(testsFor))];
  const followed = {
    projects: FOLLOWED,
    args: [...args, `--changed=${since}`, '--passWithNoTests', ...FOLLOWED.flatMap((name) => ['--project', name])],
  };
  if (browserTests.length === 0) return [followed];
  const projects = ['emulator-pages', 'e2e', 'e2e in full Chromium', 'shop', 'storybook'];
  return [followed, { projects, args: [...args, ...browserTests, ...projects.flatMap((name) => ['--project', name])] }];
}

/**
 * The test files in a browser that a changed path can break.
 *
 * @param {string} path
 * @returns {string[]}
 */
export const testsFor = (path) =>
  MAP.flatMap(([pattern, tests]) => (!pattern.test(path) ? [] : tests === 'itself' ? [path] : tests));
