// `npm start`: from a fresh clone to a shop that is open. Does again only what has changed since.
import { endTogether, giveUp, say } from './run.js';
import { readPort, startNext, untilUp } from './serve-shop.js';
import { prepareShop } from './setup.js';

const port = await readPort();
try {
  await prepareShop();
} catch (error) {
  giveUp(`The shop could not be prepared: ${error.message}`);
}
const next = startNext('start', port);
const gone = endTogether(next);
try {
  await untilUp(next, port);
  const origin = `http://localhost:${port}`;
  say(`The shop is at ${origin}`);
  // Not there once the shop is pointed at the real service.
  if ((await fetch(`${origin}/instead`)).ok) {
    console.log(`The sandbox, with every request and notice, is at ${origin}/instead`);
  }
  console.log('Ctrl-C ends it.\n');
} catch (error) {
  const isEnded = next.exitCode !== null || next.signalCode !== null;
  next.kill();
  // Ended by hand while it was starting: nothing to tell.
  if (process.exitCode || !isEnded) giveUp(error.message);
}
await gone;
