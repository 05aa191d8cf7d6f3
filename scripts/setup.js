import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STUBS } from './entries.js';
import { fingerprint } from './fingerprint.js';
import { env, root, run, runTool, log, shop } from './run.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This needs Node 20.19 or later, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

const dist = join(root, 'dist');
const placed = join(shop, 'node_modules/react-instead-pay');
const libraryStamp = join(root, 'node_modules/.cache/react-instead-pay.json');
const placedStamp = join(placed, '.placed');
const shopStamp = join(shop, '.next/built-from.json');

const purposes = new Map([
  [root, 'the library is built with'],
  [shop, 'the shop is built with'],
]);

/** Installs the packages of the lock file, if one is missing or has another version. */
export async function install(folder) {
  if (isInstalled(folder)) return;
  log(`Installing what ${purposes.get(folder) ?? 'the tests need'} …`);
  // With NODE_ENV=production npm would omit the tools.
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: folder });
}

// npm records what it has installed. That record is compared, rather than a separate marker: it is also correct after an
// `npm install` by hand.
function isInstalled(folder) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  const found = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    if (!found[path]) return Boolean(optional || devOptional);
    return found[path].version === version && existsSync(join(folder, path));
  });
}

/** Builds dist/, unless it was built from these sources. */
export async function buildLibrary() {
  const known = readJson(libraryStamp);
  if (known && known.sources === librarySources() && known.built === libraryBuilt()) return;
  log('Building the library …');
  await runTool('tsup/dist/cli-default.js', ['--silent']);
  recordLibrary();
}

/** Records that dist/ was built from these sources. */
export function recordLibrary() {
  write(libraryStamp, { sources: librarySources(), built: libraryBuilt() });
}

const librarySources = () =>
  fingerprint(root, [
    'src',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsup.config.ts',
    'scripts/entries.js',
  ]);
const libraryBuilt = () => fingerprint(root, ['dist', 'package.json', ...STUBS]);

/** Packs the library into a folder, as it would be published, and unpacks it beside. Returns the path of both. */
export async function packLibrary(folder) {
  // Without the fresh build's own scripts: it has just been built.
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { stdio: 'ignore' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  await run('tar', ['-xzf', tarball], { cwd: folder });
  return { tarball: join(folder, tarball), unpacked: join(folder, 'package') };
}

/**
 * Puts the library into the shop as npm would: packed and unpacked. Not through npm itself, which would take a tarball of
 * the same name out of its cache, and not as a link, through which the library would find the wrong React.
 */
export async function placeLibrary() {
  const built = libraryBuilt();
  if (existsSync(placedStamp) && readFileSync(placedStamp, 'utf8') === built) return;
  const temporary = mkdtempSync(join(tmpdir(), 'react-instead-pay-'));
  try {
    const { unpacked } = await packLibrary(temporary);
    rmSync(placed, { recursive: true, force: true });
    cpSync(unpacked, placed, { recursive: true });
    writeFileSync(placedStamp, built);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Brings what has just been built into a shop that is running in development. */
export function refreshLibrary() {
  cpSync(dist, join(placed, 'dist'), { recursive: true });
  writeFileSync(placedStamp, libraryBuilt());
}

/** Builds the shop, unless what is there was built from the same. */
export async function buildShop() {
  const from = shopSources();
  const known = readJson(shopStamp);
  if (known && known.from === from && known.build === buildId()) return;
  log('Building the shop …');
  await runTool('next/dist/bin/next', ['build'], { cwd: shop, env: { ...env, NODE_ENV: 'production' } });
  // Next has put its own types into the shop's folder by now.
  write(shopStamp, { from: shopSources(), build: buildId() });
}

function shopSources() {
  return fingerprint(shop, ['.'], libraryBuilt());
}

const buildId = () => {
  const file = join(shop, '.next/BUILD_ID');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** Everything that has to be built before the shop can be served. */
export async function prepareShop() {
  await install(root);
  await buildLibrary();
  await install(shop);
  await placeLibrary();
  await buildShop();
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function write(file, content) {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}
