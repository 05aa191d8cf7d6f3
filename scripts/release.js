// `npm run release`: publishes what is committed, once everything holds. With `-- --dry-run` it does all but that.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRelease } from './check-release.js';
import { fail, root, run } from './run.js';

const isDry = process.argv.includes('--dry-run');
const read = (name) => readFileSync(join(root, name), 'utf8');
const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
const problems = checkRelease(JSON.parse(read('package.json')), read('CHANGELOG.md'), changes);
// npm signs where a package comes from with a token that only a CI service can give.
if (!isDry && !process.env.CI) problems.push('Provenance is made by CI, and this is none. Run it there.');
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
