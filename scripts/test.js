// `npm test`: everything that has to hold, in one command, from a fresh clone. What follows `--` goes to vitest.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.js';
import { findFirefox } from './find-firefox.js';
import { findPostgres } from './find-postgres.js';
import { findWebkit } from './find-webkit.js';
import { giveUp, quietly, root, run, runTool, say } from './run.js';
import { install, recordLibrary } from './setup.js';

await install(root).catch((error) => giveUp(`The tests could not be installed: ${error.message}`));
const chromium = await findChromium();
const firefox = await findFirefox();
const webkit = await findWebkit();
const leftOut = [
  ...(firefox ? [] : ['Left out: the flows in Firefox. There is none here; FIREFOX_PATH says where one is.']),
  ...(webkit ? [] : ['Left out: the flows in WebKit. They need WebKitGTK, WebKitWebDriver and Xvfb.']),
];
// Whoever looks at a green run on a server does not read what it has left out.
if (process.env.CI && leftOut.length) giveUp(['CI is set, and nothing may be left out.', ...leftOut].join('\n'));
const env = {
  ...quietly,
  CI: process.env.CI || '1',
  CHROMIUM_PATH: chromium,
  FIREFOX_PATH: firefox ?? '',
  POSTGRES_BIN: await findPostgres(),
  // The browsers try what is published.
  FLOWS_ON: 'dist',
};

await stage('types', () => run('npm', ['run', '--silent', 'types'], { env }));
await stage('lint', () => run('npm', ['run', '--silent', 'lint'], { env }));
await stage('build', () => run('npm', ['run', '--silent', 'build', '--', '--silent'], { env }));
recordLibrary();

say('tests');
const folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-'));
const report = join(folder, 'report.json');
const asked = ['run', ...process.argv.slice(2), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const isGreen = await runTool('vitest/vitest.mjs', asked, { env }).then(
  () => true,
  () => false,
);
const { passed, failed } = count(report, isGreen);
rmSync(folder, { recursive: true, force: true });
console.log(['', ...leftOut, `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = isGreen ? 0 : 1;

async function stage(name, work) {
  say(name);
  await work().catch((error) => giveUp(`FAILED: ${name}. ${error.message}`));
}

function count(file, isGreen) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: isGreen ? 0 : 1 };
  }
  // A file that could not even be loaded has no test in it that failed.
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = results.numFailedTests + broken;
  // An error outside any test makes the run fail all the same.
  return { passed: results.numPassedTests, failed: failed || (isGreen ? 0 : 1) };
}
