// `npm run release`: publishes what is committed, once every check passes. With `-- --dry-run` it does everything except publishing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRepository } from './check-publishable.js';
import { checkRelease } from './check-release.js';
import { fail, root, run } from './run.js';

const isDry = process.argv.includes('--dry-run');
const read = (name) => readFileSync(join(root, name), 'utf8');
const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
const problems = [
  ...checkRepository(),
  ...checkRelease(JSON.parse(read('package.json')), read('CHANGELOG.md'), changes),
];
// npm signs the origin of a package with a token that only a CI service issues.
if (!isDry && !process.env.CI) problems.push('Provenance requires CI, and this is not CI. Run the command there.');
if (problems.length) fail(`Not published.\n- ${problems.join('\n- ')}`);

try {
  await run(process.execPath, ['scripts/test.js', '--all']);
  await run('npm', [
    'publish',
    '--access',
    'public',
    '--ignore-scripts',
    ...(isDry ? ['--dry-run'] : ['--provenance']),
  ]);
} catch (error) {
  fail(`Not published. ${error.message}`);
}
