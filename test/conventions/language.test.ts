import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What `flagWords` of cspell.config.yaml cannot have, since it compares single words: phrases, each with the word to use. */
const PHRASES: readonly [pattern: RegExp, preferred: string][] = [
  [/\bunder way\b/i, 'in progress'],
  [/\bof (its|their|our|one's) own\b(?!\w)/i, '"its own …", or "separate"'],
  [/\b(comes?|came|brings?|brought) to (its|their|an|the) ends?\b/i, 'settles'],
  [/\bis held by\b/i, 'is tested in'],
  [/\b(and )?nothing else\b/i, 'only'],
  [/\balone\b/i, 'only'],
  [/\bthe undo\b/i, 'the cleanup function'],
  [/\bways? out\b/i, 'in-app notice, or link to the browser'],
  [/\bno more than\b/i, 'at most'],
  [/\bpayment windows?\b/i, 'popup'],
  [/\ban app[’']s own browser\b/i, 'in-app browser'],
  [/\bpress(es)? (a|the|its|this) (\w+ )?button\b/i, 'click'],
  [/\bsomebody\b/i, 'payer, another site, or the passive voice'],
  [/\bwho(m)?ever\b/i, 'the caller, the payer, or "every … that"'],
  [/\bcall(s|ed)? off\b/i, 'cancel'],
  [/\bin vain\b/i, 'without success'],
  [/\bin mid-payment\b/i, 'during a payment'],
  [/\b(instead of|as it stands|how (it|an order) stands)\b/i, '"rather than", or "is"'],
];

/** This list, the one of cspell, and generated pages, whose sources are searched. */
const EXEMPT = ['test/conventions/language.test.ts', 'cspell.config.yaml', 'llms-full.txt'];

/** The files that cspell checks, by its own configuration. */
function listFiles(): string[] {
  const [, top, folders, kinds] =
    /files:\n {2}- '\*\.\{(.+?)\}'\n {2}- '\{(.+?)\}\/\*\*\/\*\.\{(.+?)\}'/.exec(
      readFileSync(join(ROOT, 'cspell.config.yaml'), 'utf8'),
    ) ?? [];
  const isOf = (list: string | undefined, name: string) => list?.split(',').some((kind) => name.endsWith(`.${kind}`));
  const found = readdirSync(ROOT).filter((name) => isOf(top, name));
  for (const folder of folders!.split(',')) walk(join(ROOT, folder));
  return found.filter((path) => !EXEMPT.includes(path));

  function walk(folder: string) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!['node_modules', '.next', '.tmp', 'storybook-static'].includes(entry.name)) walk(join(folder, entry.name));
      } else if (isOf(kinds, entry.name)) found.push(relative(ROOT, join(folder, entry.name)).replaceAll('\\', '/'));
    }
  }
}

const findPhrases = (text: string) =>
  text.split('\n').flatMap((line, index) =>
    PHRASES.flatMap(([pattern, preferred]) => {
      const found = pattern.exec(line);
      return found ? [`line ${index + 1}: "${found[0]}". Use ${preferred}.`] : [];
    }),
  );

test.each(listFiles())('%s has no phrase of the forbidden list', (path) => {
  expect(findPhrases(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
});

test('a forbidden phrase is reported with its line and the preferred word', () => {
  expect(findPhrases('A payment\nis under way.')).toEqual(['line 2: "under way". Use in progress.']);
  expect(findPhrases('a frame of the shop’s own origin')).toEqual([]);
});

test('the list covers every folder that cspell checks', () => {
  const folders = new Set(listFiles().map((path) => path.split('/')[0]));
  expect([...folders]).toEqual(
    expect.arrayContaining(['src', 'test', 'docs', 'stories', 'scripts', 'examples', 'README.md']),
  );
});
