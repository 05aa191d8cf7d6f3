import { findChromium, findHeadlessShell } from '../find-chromium.js';
import { findFirefox } from '../find-firefox.js';
import { findPostgres } from '../find-postgres.js';
import { findWebkit } from '../find-webkit.js';
import { env as baseEnv } from '../run.js';

/**
 * Finds the programs that these projects need, and installs them where that is possible. Exits with a message if one is
 * missing: no project is skipped.
 *
 * @param {string[]} projects
 * @returns {Promise<NodeJS.ProcessEnv>} the environment to run them in
 */
export async function findRequirements(projects) {
  const needs = (name) => projects.includes(name);
  const env = { ...baseEnv };
  // Only these need no browser.
  if (projects.some((project) => !/^(node|dom|shop-postgres)/.test(project))) {
    env.CHROMIUM_PATH = await findChromium();
    env.CHROMIUM_HEADLESS_SHELL_PATH = await findHeadlessShell();
  }
  if (needs('e2e in Firefox')) env.FIREFOX_PATH = await findFirefox();
  if (needs('e2e in WebKit')) await findWebkit();
  if (needs('shop-postgres')) env.POSTGRES_BIN = await findPostgres();
  return env;
}
