// `npm run dev`: the shop in development, on a library that is built anew whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { endTogether, giveUp, quietly, root, say, shop } from './run.js';
import { readPort, startNext, untilUp } from './serve-shop.js';
import { buildLibrary, install, placeLibrary, refreshLibrary } from './setup.js';

const port = await readPort();
try {
  await install(root);
  await buildLibrary();
  await install(shop);
  await placeLibrary();
} catch (error) {
  giveUp(`The shop could not be prepared: ${error.message}`);
}

const tsup = spawn(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--watch', 'src'], {
  cwd: root,
  env: quietly,
  stdio: 'inherit',
});
const next = startNext('dev', port);
const gone = endTogether(tsup, next);

// A build writes many files; Next is given them once it is through.
let timer;
const watcher = watch(join(root, 'dist'), () => {
  clearTimeout(timer);
  timer = setTimeout(refreshLibrary, 300);
});

untilUp(next, port).then(
  () => say(`The shop is at http://localhost:${port}\nThe sandbox is at http://localhost:${port}/instead`),
  () => {},
);
await gone;
clearTimeout(timer);
watcher.close();
