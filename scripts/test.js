// `npm test` and its sisters: --matrix, --all, --changed. What follows `--` goes to vitest. CONTRIBUTING.md lists what each runs.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, log, root, run, runTool } from './run.js';
import { install, recordLibrary } from './setup.js';
import { findChanged } from './test/changed.js';
import { printSummary } from './test/print-summary.js';
import { DEFAULT_PROJECTS, MATRIX_PROJECTS } from './test/projects.js';
import { findRequirements } from './test/requirements.js';
import { openScratchFolder } from './test/scratch-folder.js';

const startedAt = Date.now();
const scratch = openScratchFolder();
const [mode = '', ...rest] = process.argv.slice(2);
const isMode = ['--matrix', '--all', '--changed'].includes(mode);
const given = isMode ? rest : process.argv.slice(2);

await install(root).catch((error) => fail(`The tests could not be installed: ${error.message}`));
const runs = planRuns();
const projects = [...new Set(runs.flatMap((each) => each.projects))];
const env = {
  ...(await findRequirements(projects)),
  ...scratch.env,
  CI: process.env.CI || '1',
  // The browser tests use the published files.
  E2E_TARGET: 'dist',
  SUMMARY_FILE: join(scratch.folder, 'summary.json'),
};

const stages = [];
const failures = [];
const files = [];
if (runs.length > 0) await time('build', () => run('npm', ['run', '--silent', 'build', '--', '--silent'], { env }));
if (failures.length) fail('FAILED: build');
recordLibrary();
// Beside the tests, which for the most part wait for a browser. The matrix comes after `npm test`, which has checked.
const checks = mode === '--matrix' ? Promise.resolve() : check();
log('tests');
for (const { args } of runs) await runTests(args);
await checks;

printSummary(stages, files, (Date.now() - startedAt) / 1000);
for (const { file, project, retried } of files)
  for (const name of retried) console.log(`PASSED ON A RETRY: ${file} (${project}) > ${name}`);
for (const failure of failures) console.log(failure);
const passed = files.reduce((sum, file) => sum + file.passed, 0);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;

/** Which projects run, with which arguments. */
function planRuns() {
  if (mode === '--changed') return findChanged(given);
  const all = [...DEFAULT_PROJECTS, ...MATRIX_PROJECTS];
  const named = given.flatMap((arg, index) =>
    arg === '--project' ? [given[index + 1]] : arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [],
  );
  if (named.length) return [{ projects: all.filter((project) => named.includes(project)), args: given }];
  const projects = mode === '--all' ? all : mode === '--matrix' ? MATRIX_PROJECTS : DEFAULT_PROJECTS;
  return [{ projects, args: [...given, ...projects.flatMap((project) => ['--project', project])] }];
}

async function runTests(args) {
  // The summary of another run must not be used for this one.
  rmSync(env.SUMMARY_FILE, { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/test/summary-reporter.js'];
  const isGreen = await runTool('vitest/vitest.mjs', ['run', ...args, ...reporters], { env, isGroup: true }).then(
    () => true,
    () => false,
  );
  const summary = readSummary();
  files.push(...summary.files);
  const found = summary.files.flatMap(({ file, project, failures }) =>
    failures.map((failure) => `FAILED: ${file} (${project}) > ${failure}`),
  );
  if (summary.unhandledErrors) found.push(`FAILED: ${summary.unhandledErrors} errors outside any test`);
  if (!isGreen && !found.length) found.push('FAILED: vitest ended before it had run the tests');
  failures.push(...found);
}

function readSummary() {
  try {
    return JSON.parse(readFileSync(env.SUMMARY_FILE, 'utf8'));
  } catch {
    return { files: [], unhandledErrors: 0 };
  }
}

async function check() {
  await time('typecheck', () => run('npm', ['run', '--silent', 'typecheck'], { env, isBuffered: true }));
  await time('lint', () => run('npm', ['run', '--silent', 'lint'], { env, isBuffered: true }));
}

async function time(name, work) {
  const start = Date.now();
  await work().catch((error) => failures.push(`FAILED: ${name}. ${error.message}`));
  stages.push({ name, seconds: (Date.now() - start) / 1000 });
}
