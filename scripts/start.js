// `npm start`: from a fresh clone to a shop that is open. Does again only what has changed since.
import { endTogether, fail, log } from './run.js';
import { readPort, startNext, waitUntilReady } from './serve-shop.js';
import { prepareShop } from './setup.js';

const port = await readPort();
try {
  await prepareShop();
} catch (error) {
  fail(`The shop could not be prepared: ${error.message}`);
}
const next = startNext('start', port);
const gone = endTogether(next);
try {
  await waitUntilReady(next, port);
  const origin = `http://localhost:${port}`;
  log(`The shop is at ${origin}`);
  // Not there once the shop is pointed at the real service.
  if ((await fetch(`${origin}/instead`)).ok) {
    console.log(`The local emulator, with every request and webhook, is at ${origin}/instead`);
  }
  console.log('Ctrl-C ends it.\n');
} catch (error) {
  const isEnded = next.exitCode !== null || next.signalCode !== null;
  next.kill();
  // Ended by hand while it was starting: nothing to tell.
  if (process.exitCode || !isEnded) fail(error.message);
}
await gone;
