// `npm start`: from a fresh clone to an open shop. Repeats only the steps whose input has changed.
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
  // Absent if the shop uses the real service.
  if ((await fetch(`${origin}/instead`)).ok) {
    console.log(`The local emulator, with every request and webhook, is at ${origin}/instead`);
  }
  console.log('Press Ctrl-C to stop.\n');
} catch (error) {
  const isEnded = next.exitCode !== null || next.signalCode !== null;
  next.kill();
  // Stopped by the user while it was starting: nothing to report.
  if (process.exitCode || !isEnded) fail(error.message);
}
await gone;
