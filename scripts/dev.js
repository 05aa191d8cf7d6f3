// `npm run dev`: the shop in development, on a library that is rebuilt whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { endTogether, fail, env, root, log, shop } from './run.js';
import { readPort, startNext, waitUntilReady } from './serve-shop.js';
import { buildLibrary, install, placeLibrary, refreshLibrary } from './setup.js';

const port = await readPort();
try {
  await install(root);
  await buildLibrary();
  await install(shop);
  await placeLibrary();
} catch (error) {
  fail(`The shop could not be prepared: ${error.message}`);
}

const tsup = spawn(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--watch', 'src'], {
  cwd: root,
  env,
  stdio: 'inherit',
});
const next = startNext('dev', port);
const gone = endTogether(tsup, next);

// A build writes many files; Next.js receives them once it has finished.
let timer;
const watcher = watch(join(root, 'dist'), () => {
  clearTimeout(timer);
  timer = setTimeout(refreshLibrary, 300);
});

waitUntilReady(next, port).then(
  () => log(`The shop is at http://localhost:${port}\nThe local emulator is at http://localhost:${port}/instead`),
  () => {},
);
await gone;
clearTimeout(timer);
watcher.close();
