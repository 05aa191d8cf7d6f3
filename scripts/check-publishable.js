// `npm run check-publishable`: prints what is missing before the package can be published.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, log, root } from './run.js';

const isUrl = (value) => /^(git\+)?https:\/\/.+/.test(value ?? '');
const urlOf = (value) => (typeof value === 'string' ? value : value?.url);

/** Sentences that are true until the first version is published. */
const UNPUBLISHED = [/nothing has been published/i, /until version \d+\.\d+\.\d+ is on npm/i, /배포되지 않았어요/];

/**
 * Returns what is missing or no longer true, one sentence each. Pure, so that a test can call it.
 *
 * @param {Record<string, unknown>} manifest package.json
 * @param {Record<string, string>} texts the Markdown files that are published, by path
 * @param {(path: string) => boolean} exists whether a path of the repository exists
 * @returns {string[]}
 */
export function checkPublishable(manifest, texts, exists) {
  const problems = [];
  for (const [field, what] of Object.entries({
    repository: 'npm compares it with the provenance, and resolves the pictures and links of the README below it',
    homepage: 'it is the link on the page of the package',
    bugs: 'SECURITY.md and the page of the package send reports there',
  })) {
    if (!isUrl(urlOf(manifest[field])))
      problems.push(`package.json has no ${field}: ${what}. Set it to an https address.`);
  }
  if (!manifest.author)
    problems.push('package.json has no author. SECURITY.md names the author as a contact. Set name and address.');
  if (manifest.private) problems.push('package.json is private. Remove the field.');
  for (const path of manifest.files ?? []) {
    if (!exists(path))
      problems.push(`package.json lists ${path} in files, and there is no such file. Run \`npm run build\`.`);
  }
  for (const [path, text] of Object.entries(texts)) {
    const found = UNPUBLISHED.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    if (found) problems.push(`${path} contains "${found}". Remove the sentence in the commit that is published.`);
  }
  return problems;
}

/** Reads the repository, and returns its problems. */
export function checkRepository() {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const manifest = JSON.parse(read('package.json'));
  const pages = manifest.files.filter((path) => path.endsWith('.md') || path.endsWith('.txt'));
  const texts = Object.fromEntries([...pages, 'docs/faq.md', 'docs/ko/faq.md'].map((path) => [path, read(path)]));
  return checkPublishable(manifest, texts, (path) => existsSync(join(root, path)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkRepository();
  if (problems.length) fail(`Not ready to be published:\n- ${problems.join('\n- ')}`);
  log('Ready to be published: npm run release');
}
